/** What stands around an answer in a picture: who asked what, the bot with its icon, and the two platforms' styles. */
import { escapeHtml } from "./mrkdwn.ts";

const FONTS = `"Liberation Sans", "Droid Sans Fallback", "WenQuanYi Zen Hei", sans-serif`;
const COMMON = `* { box-sizing: border-box } body { margin: 0; font-family: ${FONTS} } p, h1, h2, h3 { margin: 0 }
a { text-decoration: none } img.face { width: 40px; height: 40px } table { border-collapse: collapse }`;

const SLACK = `${COMMON} body { width: 760px; padding: 16px 20px 18px; background: #fff; color: #1d1c1d; font-size: 15px; line-height: 22px }
.asked { border: 1px solid #bbb; border-radius: 8px; padding: 7px 12px; margin-bottom: 16px; color: #1d1c1d }
.message { display: flex; gap: 10px } .message + .message { margin-top: 14px } .said { flex: 1; max-width: 660px; min-width: 0 }
.face { border-radius: 8px; flex: none } .person { width: 40px; height: 40px; background: #4a154b; color: #fff; text-align: center; line-height: 40px; font-weight: bold }
.who { font-weight: bold } .who i { font: 12px ${FONTS}; color: #616061; margin-left: 6px } .who em { font: bold 10px ${FONTS}; background: #e8e8e8; color: #616061; border-radius: 2px; padding: 1px 3px; margin-left: 4px }
.own { font-size: 12px; color: #616061; margin-bottom: 2px } h2 { font-size: 18px; line-height: 24px; margin: 4px 0 }
.section { display: flex; justify-content: space-between; gap: 16px; margin: 4px 0 } .section > .button { margin: 2px 0 auto }
.context { font-size: 12.5px; line-height: 18px; color: #616061; margin: 2px 0 } .context p { display: inline }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0 } a { color: #1264a3 } hr { border: 0; border-top: 1px solid #e4e4e4; margin: 8px 0 }
.button { border: 1px solid #bbb; border-radius: 6px; padding: 0 11px; font-size: 13px; line-height: 28px; height: 30px; font-weight: bold; white-space: nowrap }
.primary { background: #007a5a; border-color: #007a5a; color: #fff } .danger { color: #e01e5a; border-color: #e01e5a }
code { font: 12px "DejaVu Sans Mono", "WenQuanYi Zen Hei Mono", monospace; background: #f7f7f7; border: 1px solid #ddd; border-radius: 3px; padding: 1px 3px; color: #c01343 }
.mention { background: #e8f5fa; color: #1264a3 } td { border: 1px solid #ddd; padding: 5px 10px; vertical-align: top; font-size: 14px } tr:first-child td { font-weight: bold; background: #f8f8f8 } table { margin: 8px 0 }
.thumb { width: 16px; height: 16px; fill: none; stroke: #616061; stroke-width: 1.3 } .down { transform: rotate(180deg) }
.chart { border: 1px solid #ddd; border-radius: 8px; padding: 10px 14px; margin: 8px 0 } .chart text { font-size: 11px; fill: #616061 } .chart p { font-size: 12px } .chart i { display: inline-block; width: 10px; height: 10px; margin: 0 4px 0 8px }
.field { border: 1px solid #bbb; border-radius: 4px; height: 34px } label { font-weight: bold }`;

const DISCORD = `${COMMON} body { width: 640px; padding: 14px 16px; background: #313338; color: #dbdee1; font-size: 15px; line-height: 20px }
.asked { display: flex; align-items: center; gap: 6px; margin: 0 0 4px 20px; font-size: 13px; color: #b5bac1 } .asked b { color: #f2a6c2 } .asked::before { content: ""; width: 30px; height: 9px; border: 2px solid #4e5058; border-width: 2px 0 0 2px; border-radius: 6px 0 0; margin-top: 9px }
.asked u { text-decoration: none; color: #c9cdfb; background: #3c4270; border-radius: 3px; padding: 0 3px }
.message { display: flex; gap: 14px } .said { flex: 1; min-width: 0 } .face { border-radius: 50%; flex: none }
.who { color: #f2f3f5; font-weight: bold } .who em { font: bold 10px ${FONTS}; background: #5865f2; color: #fff; border-radius: 3px; padding: 2px 4px; margin-left: 4px; vertical-align: 2px } .who i { font: 12px ${FONTS}; color: #949ba4; margin-left: 6px }
h1, h2 { font-size: 20px; line-height: 26px; color: #f2f3f5; margin: 6px 0 4px } h3 { font-size: 16px; color: #f2f3f5; margin: 6px 0 2px } small { display: block; font-size: 12.5px; line-height: 17px; color: #949ba4 } .gap { height: 10px }
.embed { background: #2b2d31; border-left: 4px solid #1e1f22; border-radius: 4px; padding: 10px 14px 12px 12px; margin-top: 6px; max-width: 520px; font-size: 14px; line-height: 18px } .embed img { max-width: 100%; border-radius: 4px; margin-top: 4px; display: block }
.title { font-weight: bold; font-size: 16px; line-height: 21px; margin-bottom: 3px; color: #f2f3f5 } a { color: #00a8fc } time { background: #3f4147; border-radius: 3px; padding: 0 2px } b { color: inherit }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px } .button { background: #4e5058; color: #fff; border-radius: 4px; padding: 0 15px; line-height: 32px; font-size: 14px } .primary { background: #5865f2 } .danger { background: #da373c } .success { background: #248046 }
.menu { background: #1e1f22; border: 1px solid #1a1b1e; border-radius: 4px; width: 400px; line-height: 38px; padding: 0 12px; font-size: 14px; color: #949ba4; display: flex; justify-content: space-between; align-items: center } .menu i { width: 8px; height: 8px; border: 2px solid #b5bac1; border-width: 0 2px 2px 0; transform: rotate(45deg) }
code { font: 13px "DejaVu Sans Mono", "WenQuanYi Zen Hei Mono", monospace; background: #1e1f22; border-radius: 3px; padding: 0 3px } pre { font: 12.5px "DejaVu Sans Mono", "WenQuanYi Zen Hei Mono", monospace; background: #2b2d31; border: 1px solid #1e1f22; border-radius: 4px; padding: 7px; margin: 6px 0; white-space: pre-wrap }
.mention { background: #3c4270; color: #c9cdfb } .own { font-size: 12px; color: #949ba4; margin-top: 6px }`;

export interface Framed {
  /** What was typed. */
  readonly asked: string;
  /** The answer as HTML. */
  readonly answer: string;
  /** Only who asked sees it. */
  readonly own: boolean;
  /** It answers a message that stands there too. */
  readonly mentioned: boolean;
  /** The bot's icon as a data address. */
  readonly icon: string;
}

const page = (style: string, body: string): string =>
  `<!doctype html><meta charset="utf-8"><style>${style}</style><body>${body}</body>`;

export function slackPage({ asked, answer, own, mentioned, icon }: Framed): string {
  const said = `<span class="mention">@sco</span> ${escapeHtml(asked.replace(/^@sco /, ""))}`;
  const question = mentioned
    ? `<div class="message"><div class="face person">A</div><div class="said"><div class="who">Aigerim<i>9:41 AM</i></div>${said}</div></div>`
    : asked === ""
      ? ""
      : `<div class="asked">${escapeHtml(asked)}</div>`;
  return page(
    SLACK,
    `${question}<div class="message"><img class="face" src="${icon}"><div class="said">
${own ? '<div class="own">Only visible to you</div>' : ""}<div class="who">sco<em>APP</em><i>9:41 AM</i></div>${answer}</div></div>`,
  );
}

/** The app's Home has no message around it. */
export function slackHomePage(answer: string): string {
  return page(SLACK, answer);
}

export function discordPage({ asked, answer, own, icon }: Framed): string {
  const typed = asked.startsWith("/") ? `used <u>${escapeHtml(asked)}</u>` : escapeHtml(asked);
  return page(
    DISCORD,
    `<div class="asked"><b>Mei</b>${typed}</div><div class="message"><img class="face" src="${icon}"><div class="said">
<div class="who">sco<em>APP</em><i>Today at 9:41 AM</i></div>${answer}${own ? '<div class="own">Only you can see this</div>' : ""}</div></div>`,
  );
}
