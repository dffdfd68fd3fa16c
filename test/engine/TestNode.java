import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.transport.Netty4Plugin;

/** An OpenSearch node out of its libraries; each argument is a setting, NAME=VALUE. */
public class TestNode extends Node {
  TestNode(Settings settings) {
    super(InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "test"),
        Arrays.asList(Netty4Plugin.class, PainlessPlugin.class), true);
  }

  public static void main(String[] args) throws Exception {
    Settings.Builder settings = Settings.builder();
    for (String arg : args) settings.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
    new TestNode(settings.build()).start();
    Thread.currentThread().join();
  }
}
