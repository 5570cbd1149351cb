/// What a browser adds to the tables: sorting by a heading, and showing only some rows. Without it they are whole.
enum PageScript {
  static let text: StaticString = """
    "use strict";
    const unfold=()=>document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details")?.setAttribute("open","");
    addEventListener("hashchange",unfold);unfold();
    for(const table of document.querySelectorAll("table.sortable")){
    const body=table.tBodies[0],rows=[...body.rows];
    const key=(row,i)=>{const c=row.cells[i];return c.dataset.sort??c.textContent.trim()};
    const before=(a,b)=>{if(a===b)return 0;if(a==="")return 1;if(b==="")return -1;
    const x=Number(a),y=Number(b);
    return Number.isNaN(x)||Number.isNaN(y)?a.localeCompare(b,document.documentElement.lang):x-y};
    [...table.tHead.rows[0].cells].forEach((head,i)=>{
    if(head.dataset.sort==="no")return;
    const button=document.createElement("button");button.type="button";
    button.append(...head.childNodes);head.append(button);
    button.addEventListener("click",()=>{
    const up=head.getAttribute("aria-sort")!=="ascending";
    for(const other of head.parentNode.cells)other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort",up?"ascending":"descending");
    const order=[...rows].sort((r,s)=>{const a=key(r,i),b=key(s,i);
    return a===""||b===""?before(a,b):up?before(a,b):before(b,a)});
    body.append(...order)})});
    const tools=table.closest("section").querySelector(".tools");
    if(!tools)continue;
    tools.hidden=false;
    const input=tools.querySelector("input"),buttons=[...tools.querySelectorAll("button")];
    const count=tools.querySelector("[data-count]"),none=table.parentNode.querySelector(".none");
    let status="";
    const plain=text=>text.normalize("NFD").replace(/\\p{M}/gu,"").replace(/\\u0111/g,"d").toLowerCase();
    const show=()=>{const words=plain(input.value.replace(/\\u0110/g,"\\u0111")).split(/\\s+/).filter(Boolean);let shown=0;
    for(const row of rows){const text=plain(row.textContent.replace(/\\u0110/g,"\\u0111"));
    const fits=(!status||row.dataset.status===status)&&words.every(word=>text.includes(word));
    row.hidden=!fits;if(fits)shown++}
    count.textContent=shown+" / "+rows.length;none.hidden=shown>0};
    input.addEventListener("input",show);
    for(const button of buttons)button.addEventListener("click",()=>{status=button.dataset.status;
    for(const other of buttons)other.setAttribute("aria-pressed",String(other===button));show()});
    show()}
    """
}
