import { readFeed } from "/work/wt-feeds/dist/src/feeds/feed.js";
const item=(t,l="http://x/1",extra="")=>`<item><title>${t}</title><link>${l}</link><guid>${l}</guid><pubDate>Tue, 17 Mar 2026 10:15:00 GMT</pubDate><description>d of ${t}</description>${extra}</item>`;
const rss=(items)=>`<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>http://x/</link>${items}</channel></rss>`;
const big=rss(Array.from({length:10000},(_,i)=>item("Title "+i,"http://x/"+i)).join(""));
const b=Buffer.from(big);
let c=process.cpuUsage(), t=Date.now(); const r=readFeed({bytes:b,contentType:"",url:"http://x/feed",zone:"UTC",now:Date.now()}); const u=process.cpuUsage(c); console.log(Date.now()-t,"wall", (u.user+u.system)/1000|0,"cpu ms", r.feed.items.length, process.memoryUsage().rss>>20);
