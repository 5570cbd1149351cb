/// The look of every page: one column of cards, a system's own font, colours for day, night and paper.
///
/// Text has a contrast of at least 4.5 to 1 on its ground in both schemes; a status always has a shape and a word beside
/// its colour.
enum StyleSheet {
  static let text: StaticString = """
    :root{color-scheme:light dark;
    --page:#f6f6f4;--card:#fff;--ink:#1b1d20;--soft:#555b63;--rule:#dcdedf;--tint:#f1f2f1;--link:#1b5a9c;
    --line:#1b5a9c;--target:#2d3238;--band:#f6e3bb;--hatch:#b4bac1;--mapband:#eef0f0;
    --good:#0b6b4b;--best:#0a5f74;--warn:#8a5300;--bad:#b3261e;--none:#5d636b}
    @media (prefers-color-scheme:dark){:root{
    --page:#131517;--card:#1c1f22;--ink:#e9ebed;--soft:#aab1b9;--rule:#363b41;--tint:#25292d;--link:#8ebdf2;
    --line:#8ebdf2;--target:#e1e4e7;--band:#4a3a17;--hatch:#5b636c;--mapband:#22262a;
    --good:#5fcf9c;--best:#6cd0e6;--warn:#f2bd55;--bad:#ff9187;--none:#aab1b9}}
    *{box-sizing:border-box}
    html{font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--page);color:var(--ink);font-variant-numeric:tabular-nums}
    a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px;text-decoration-color:color-mix(in srgb,currentColor 40%,transparent)}
    a:hover{text-decoration-color:currentColor}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
    h1,h2,h3{line-height:1.2;margin:0;text-wrap:balance;letter-spacing:-.01em}
    h1{font-size:1.95rem;font-weight:680}h2{font-size:1.22rem;font-weight:650}h3{font-size:1rem;font-weight:650}
    p{margin:.5rem 0}small,.small{font-size:.84rem}
    code,pre{font:.86rem/1.5 ui-monospace,"SF Mono",Consolas,"DejaVu Sans Mono",monospace}
    pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:.4rem 0;padding:.7rem .9rem;background:var(--tint);border-radius:6px}
    .skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:2}
    .shapes{position:absolute;width:0;height:0}
    .top{border-bottom:1px solid var(--rule);background:var(--card)}
    .top>div,main,footer{max-width:66rem;margin:0 auto;padding:0 1.5rem}
    .top>div{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;align-items:baseline;padding-top:.8rem;padding-bottom:.8rem}
    .top .home{font-weight:650;color:var(--ink);text-decoration:none}
    .top nav{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;font-size:.92rem}
    .top nav a{text-decoration:none}.top nav a:hover,.top .home:hover{text-decoration:underline}
    .top .day{margin-left:auto;color:var(--soft);font-size:.88rem}
    main{padding-top:1.8rem;padding-bottom:3rem}
    footer{padding-bottom:2.5rem;color:var(--soft);font-size:.84rem}
    .crumbs{font-size:.88rem;color:var(--soft);margin-bottom:.5rem}.crumbs a{color:inherit}
    .lead{color:var(--soft);font-size:1.05rem;max-width:46rem;margin:.5rem 0 0}
    .mission{font-size:1.95rem;line-height:1.25;font-weight:640;letter-spacing:-.015em;max-width:44rem;margin:.15rem 0 0;text-wrap:balance}
    .over{font-size:.78rem;font-weight:600;letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin:0}
    section{margin-top:2.4rem}section>h2{margin-bottom:.8rem}
    section>.note{color:var(--soft);font-size:.88rem;margin:-.5rem 0 .8rem}
    .card{background:var(--card);border:1px solid var(--rule);border-radius:9px;padding:1.15rem 1.3rem}
    .grid{display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr))}
    .pair{display:grid;gap:1rem;grid-template-columns:minmax(0,3fr) minmax(0,2fr);align-items:start}
    .title{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center}
    .icon{width:.86em;height:.86em;vertical-align:-.06em;margin-right:.42em;flex:none}
    .badge,.tone{font-weight:600;white-space:nowrap}
    .pill{border:1.5px solid currentColor;border-radius:99px;padding:.12rem .75rem;font-size:.92rem}
    .shape{fill:currentColor;stroke:none}.hollow{fill:var(--card);stroke:currentColor;stroke-width:2}
    .dotted{stroke-dasharray:2.4 2.4}
    .exceeding{color:var(--best)}.on-track{color:var(--good)}.at-risk{color:var(--warn)}.off-track{color:var(--bad)}
    .no-data,.no-target,.partial,.not-mature,.small-sample{color:var(--none)}
    .fill{fill:currentColor}
    .counts>svg{display:block;width:100%;height:.7rem}
    .counts ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;margin:.7rem 0 0;padding:0;font-weight:400}
    .counts li{font-weight:500}.counts strong{font-size:1.15rem;font-weight:680}
    .figures{display:flex;flex-wrap:wrap;gap:1.1rem 2.6rem;margin:0}
    .figures div{min-width:6rem}
    .figures dt{font-size:.84rem;color:var(--soft)}.figures dd{margin:0;font-size:1.1rem;font-weight:600}
    .figures .big dd{font-size:2.3rem;line-height:1.1;font-weight:680;letter-spacing:-.02em}
    .figures dd small{display:block;font-weight:400;color:var(--soft);letter-spacing:0;font-size:.84rem;line-height:1.4}
    .call h3{margin-bottom:.1rem}.call p{margin:.35rem 0}.call .top-line{display:flex;gap:.8rem;justify-content:space-between}.call .spark{flex:none}
    .call{border-left-width:5px}.call.off-track{border-left-color:var(--bad)}.call.at-risk{border-left-color:var(--warn)}
    .call.off-track,.call.at-risk{color:var(--ink)}
    .call .sub{color:var(--ink);font-size:1rem;margin-top:.2rem}.call .act{padding-top:.45rem;margin-top:.5rem;border-top:1px solid var(--rule)}
    .soft{color:var(--soft)}.stacked{display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}.scores{margin-bottom:1rem}.score .figures{gap:.6rem 1.2rem}.score .figures .big{flex-basis:100%}.score .figures div{min-width:0}
    .card>.grade{margin:.1rem 0 .9rem}.grade{display:inline-flex;gap:.6rem;align-items:center}.progress{width:7.5rem;height:.75rem}.way{fill:var(--rule)}.gone{fill:var(--line)}.time{stroke:var(--ink);stroke-width:2}
    .wrap{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:.93rem}
    caption{text-align:left;color:var(--soft);font-size:.88rem;padding:0 0 .4rem}
    th,td{padding:.5rem .9rem .5rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
    th:last-child,td:last-child{padding-right:0}
    thead th{font-size:.82rem;font-weight:600;color:var(--soft);vertical-align:bottom;white-space:nowrap}
    tbody th{font-weight:550}
    tbody tr:last-child>*{border-bottom:0}
    .num{text-align:right;white-space:nowrap}.nowrap{white-space:nowrap}
    .sub{display:block;color:var(--soft);font-size:.84rem;font-weight:400}
    th button{all:unset;cursor:pointer;white-space:nowrap}th button:focus-visible{outline:3px solid var(--link);outline-offset:2px}
    th button{position:relative}th button::after{position:absolute;left:100%;margin-left:.25em}.num button::after{left:auto;right:100%;margin:0 .25em 0 0}
    th button:hover{color:var(--ink);text-decoration:underline}
    th[aria-sort=ascending] button::after{content:"\\2191"}th[aria-sort=descending] button::after{content:"\\2193"}
    .tools{display:flex;flex-wrap:wrap;gap:.5rem .9rem;align-items:center;margin-bottom:.7rem;font-size:.9rem}
    .tools[hidden]{display:none}
    .tools input{font:inherit;padding:.35rem .7rem;border:1px solid var(--soft);border-radius:6px;background:var(--card);color:inherit;width:17rem;max-width:100%}
    .tools button{font:inherit;padding:.3rem .75rem;border:1px solid var(--rule);border-radius:99px;background:none;cursor:pointer;color:inherit}
    .tools button[aria-pressed=true]{border-color:currentColor;box-shadow:inset 0 0 0 1px currentColor}
    .spark{width:6rem;height:1.5rem;display:block}.spark .value,.chart .value{fill:none;stroke:var(--line)}
    .spark .value{stroke-width:1.5}
    .bar{width:7.5rem;height:.75rem;display:block;margin-top:.35rem}.bar rect{fill:var(--line);opacity:.75}
    .chart{display:block;width:100%;height:auto}.chart.narrow{display:none}
    .chart text{font-size:12px;fill:var(--soft)}.chart .end{text-anchor:end}.chart .middle{text-anchor:middle}
    .chart .year{font-weight:600}.chart .gap{text-anchor:middle;font-weight:700;fill:var(--none)}
    .chart .grid{stroke:var(--rule);stroke-width:1}.chart .zero{stroke:var(--soft);stroke-width:1}
    .chart .band{fill:var(--band)}.chart .running{fill:url(#hatch);opacity:.55}.hatch{stroke:var(--hatch);stroke-width:1}
    .chart .value{stroke-width:2.25;stroke-linejoin:round}.chart .hint{stroke-dasharray:4 4}
    .chart .target,.key .target{fill:none;stroke:var(--target);stroke-width:1.5;stroke-dasharray:7 3}
    .chart .stretch,.key .stretch{fill:none;stroke:var(--best);stroke-width:1.5;stroke-dasharray:1.5 3}
    .chart .due{fill:none;stroke:var(--target);stroke-width:2.5}
    .chart .shape{stroke:var(--card);stroke-width:2.5;paint-order:stroke}
    .key{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;margin:.6rem 0 0;padding:0;font-size:.84rem;color:var(--soft)}
    .key svg{width:1.7rem;height:.8rem;vertical-align:-.08em;margin-right:.4rem}
    .key .value{fill:none;stroke:var(--line);stroke-width:2.25}.key .band{fill:var(--band)}.key .running{fill:url(#hatch)}
    details{margin-top:.9rem}summary{cursor:pointer;color:var(--link);font-size:.9rem}details>.wrap{margin-top:.6rem}
    .map svg{display:block;width:100%;height:auto}.map .narrow{display:none}
    .map .band{fill:var(--mapband)}.map .narrow .perspective{font-size:12.5px}.map .perspective{font-size:14px;font-weight:650;fill:var(--soft)}
    .map .box rect.edge{fill:currentColor;stroke:none}.map .box rect:not(.edge){fill:var(--card);stroke:var(--soft);stroke-width:1.1}.map .box text{font-size:13.5px;fill:var(--ink);font-weight:620}.map .box .kpi{font-size:12.5px;font-weight:400;fill:var(--soft)}
    .map a:hover text{text-decoration:underline}
    .map .arrow{fill:none;stroke:var(--soft);stroke-width:1.5}.head{fill:var(--soft)}
    .facts{display:grid;grid-template-columns:minmax(6.5rem,auto) minmax(0,1fr);gap:.55rem 1.1rem;margin:0}
    .facts dt{color:var(--soft);font-size:.88rem;padding-top:.06rem}.facts dd{margin:0}
    .halves>div{font-size:.95em}.halves .bar{width:5.5rem}.halves{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,27rem),1fr));align-items:start}
    .plain{list-style:none;margin:0;padding:0}.plain li+li{margin-top:.25rem}
    .words{margin:.3rem 0;padding-left:1.2rem}.words ul{list-style:none;padding-left:.1rem;color:var(--soft);font-size:.9rem}
    .card>h2{margin-bottom:.8rem;font-size:1.12rem}.card>:last-child{margin-bottom:0}.card h3+*{margin-top:.5rem}.card *+h3{margin-top:1.3rem}
    @media (max-width:44rem){
    .top>div,main,footer{padding-left:1rem;padding-right:1rem}.top .day{margin-left:0;width:100%}
    h1{font-size:1.55rem}.mission{font-size:1.5rem}.pair{grid-template-columns:minmax(0,1fr)}
    .card{padding:1rem}.chart.wide,.map .wide{display:none}.chart.narrow,.map .narrow{display:block}
    .halves .before{display:none}
    .stack thead{position:absolute;left:-99rem}
    .stack tr{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.05rem .8rem;padding:.65rem 0;border-bottom:1px solid var(--rule)}
    .stack tr:last-child{border-bottom:0}
    .stack th,.stack td{border:0;padding:0}.stack .late{display:none}.stack .num{text-align:right}
    .figures{gap:.9rem 1.6rem}.facts{grid-template-columns:minmax(0,1fr);gap:.1rem}.facts dd{margin-bottom:.6rem}
    .tools input{width:100%}}
    @media print{
    :root{color-scheme:light;--page:#fff;--card:#fff;--ink:#000;--soft:#444;--rule:#bbb;--tint:#f4f4f4;--link:#000;
    --line:#1b5a9c;--target:#2d3238;--band:#f6e3bb;--hatch:#999;--mapband:#f1f2f2;
    --good:#0b6b4b;--best:#0a5f74;--warn:#8a5300;--bad:#b3261e;--none:#5d636b}
    @page{margin:14mm}
    html{font-size:10.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
    .top nav,.tools,.skip{display:none}.top>div,main,footer{max-width:none;padding-left:0;padding-right:0}
    .top .day{margin-left:auto}
    a{text-decoration:none}.card,figure,tr,.call,.map,.chart{break-inside:avoid}h2,h3{break-after:avoid}
    section{margin-top:1.4rem}.wrap,.map{overflow:visible}.wrap.card{break-inside:auto}
    details:not([open])>*:not(summary){display:none}summary{display:none}
    .chart.wide,.map .wide{display:block}.chart.narrow,.map .narrow{display:none}}
    """
}
