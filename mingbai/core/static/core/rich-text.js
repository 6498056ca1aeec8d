// The rich text box. The editor keeps only what its schema knows, so what Word and WPS paste is reduced while it comes
// in; alignment, indents and widths become the same closed set of classes that the server allows. The server sanitises again.
import {
  Blockquote, Bold, BulletList, Document, Editor, Extension, Gapcursor, HardBreak, Heading, History, Italic, Link,
  ListItem, Node, OrderedList, Paragraph, Subscript, Superscript, Table, TableCell, TableHeader, TableRow, Text, Underline,
} from "../django_prose_editor/editor.js";

const KNOWN = /^(align-(center|right)|indent-[1-8]|width-(10|20|30|40|50|60|70|80|90|100))$/;
const CHARACTER = { em: 1, ch: 2, px: 21.3, pt: 16, cm: 0.56, mm: 5.6, in: 0.22 };

function characters(value) {
  const found = /^([\d.]+)(em|ch|px|pt|cm|mm|in)$/.exec(value || "");
  return found ? parseFloat(found[1]) / CHARACTER[found[2]] : 0;
}

// The CSP keeps the browser from reading styles even of pasted text, so inline ones are renamed first and read here.
function renamedStyles(html) {
  return html.replace(/<style[^]*?<\/style>/gi, "").replace(/\sstyle\s*=\s*("[^"]*"|'[^']*')/gi, " data-style=$1");
}

// Words deleted under 修订, hidden ones and comments: the author does not see them as text, so they must not become it.
const UNSEEN = "del[cite],del[datetime],[class^=msoDel i],[class^=msocom i]";
const UNSEEN_STYLE = /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*comment)/i;

// A picture out of Word lies in a folder of the writer's computer, which no page may read: the page is told how many.
function pasted(html, textarea) {
  const page = new DOMParser().parseFromString(renamedStyles(html), "text/html");
  page.querySelectorAll(UNSEEN).forEach((element) => element.remove());
  page.querySelectorAll("[data-style]").forEach((element) => {
    if (UNSEEN_STYLE.test(element.getAttribute("data-style"))) element.remove();
  });
  page.querySelectorAll("ins[cite],ins[datetime]").forEach((element) => element.replaceWith(...element.childNodes));
  const lost = page.querySelectorAll('img:not([src^="/desk/disclosures/"])').length;
  if (lost) textarea.dispatchEvent(new CustomEvent("rich-text:lost", { bubbles: true, detail: { lost } }));
  return page.body.innerHTML;
}

function stylesOf(element) {
  const pairs = (element.getAttribute("data-style") || "").toLowerCase().split(";").map((part) => part.split(":"));
  return Object.fromEntries(pairs.filter((pair) => pair.length === 2).map(([name, value]) => [name.trim(), value.trim()]));
}

function classesOf(element) {
  const classes = [...element.classList].filter((name) => KNOWN.test(name));
  const style = stylesOf(element);
  const align = style["text-align"] || element.getAttribute("align");
  if (align === "center" || align === "right") classes.push("align-" + align);
  const indent = Math.min(8, Math.round(characters(style["text-indent"]) + characters(style["margin-left"])));
  if (indent >= 1) classes.push("indent-" + indent);
  const width = /^([\d.]+)%$/.exec(style.width || element.getAttribute("width") || "");
  if (width && /^(TABLE|TD|TH)$/.test(element.tagName)) {
    classes.push("width-" + Math.min(100, Math.max(10, Math.round(width[1] / 10) * 10)));
  }
  return [...new Set(classes)].sort().join(" ") || null;
}

const ClosedClasses = Extension.create({
  name: "closedClasses",
  addGlobalAttributes() {
    return [{
      types: ["paragraph", "heading", "table", "tableCell", "tableHeader"],
      attributes: {
        class: {
          default: null,
          parseHTML: classesOf,
          renderHTML: (attributes) => (attributes.class ? { class: attributes.class } : {}),
        },
      },
    }];
  },
});

// A picture is a file of the item, named by its address on the desk; what other sites or a computer's folders hold is
// dropped, since the public could not see it.
const Picture = Node.create({
  name: "picture",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes() {
    return { src: { default: null }, alt: { default: "" } };
  },
  parseHTML: () => [{ tag: 'img[src^="/desk/disclosures/"]' }],
  renderHTML: ({ HTMLAttributes }) => ["img", HTMLAttributes],
});

function described(view, node, at) {
  const words = window.prompt("图片说明：图里有什么，给看不见图片的人听", node.attrs.alt);
  if (words !== null) view.dispatch(view.state.tr.setNodeMarkup(at, null, { ...node.attrs, alt: words.trim() }));
  return true;
}

// Pictures pasted or dropped into the text are handed to the page, which knows where files are kept.
function picturesOf(textarea, transfer) {
  const files = Array.from(transfer ? transfer.files : []).filter((file) => /^image\/(png|jpeg|gif)$/.test(file.type));
  if (!files.length || transfer.getData("text/html").replace(/<img[^>]*>|<[^>]+>|\s/gi, "")) return false;
  return !textarea.dispatchEvent(new CustomEvent("rich-text:files", { cancelable: true, bubbles: true, detail: { files } }));
}

function setClass(editor, prefix, name) {
  const type = editor.isActive("heading") ? "heading" : "paragraph";
  const old = (editor.getAttributes(type).class || "").split(" ").filter((one) => one && !one.startsWith(prefix));
  if (name) old.push(name);
  editor.chain().focus().updateAttributes(type, { class: old.sort().join(" ") || null }).run();
}

const TOOLS = [
  ["正文", "段落", (e) => e.chain().focus().setParagraph().run(), (e) => e.isActive("paragraph")],
  ["标题", "小标题", (e) => e.chain().focus().toggleHeading({ level: 2 }).run(), (e) => e.isActive("heading", { level: 2 })],
  ["次级标题", "次级小标题", (e) => e.chain().focus().toggleHeading({ level: 3 }).run(), (e) => e.isActive("heading", { level: 3 })],
  ["加粗", "加粗", (e) => e.chain().focus().toggleBold().run(), (e) => e.isActive("bold")],
  ["居左", "居左", (e) => setClass(e, "align-", ""), () => false],
  ["居中", "居中", (e) => setClass(e, "align-", "align-center"), (e) => e.isActive({ class: "align-center" })],
  ["居右", "居右", (e) => setClass(e, "align-", "align-right"), (e) => e.isActive({ class: "align-right" })],
  ["首行缩进", "首行缩进两个字", (e) => setClass(e, "indent-", "indent-2"), (e) => e.isActive({ class: "indent-2" })],
  ["列表", "项目列表", (e) => e.chain().focus().toggleBulletList().run(), (e) => e.isActive("bulletList")],
  ["表格", "插入三行三列的表格", (e) => e.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(), (e) => e.isActive("table")],
  ["加行", "在下面加一行", (e) => e.chain().focus().addRowAfter().run(), () => false],
  ["删行", "删除这一行", (e) => e.chain().focus().deleteRow().run(), () => false],
  ["加列", "在右边加一列", (e) => e.chain().focus().addColumnAfter().run(), () => false],
  ["删列", "删除这一列", (e) => e.chain().focus().deleteColumn().run(), () => false],
  ["撤销", "撤销", (e) => e.chain().focus().undo().run(), () => false],
  ["重做", "重做", (e) => e.chain().focus().redo().run(), () => false],
];

function toolbar(editor) {
  const bar = document.createElement("div");
  bar.className = "rich-text-tools";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "正文格式");
  const buttons = TOOLS.map(([label, title, run, active]) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: label, title });
    button.addEventListener("click", () => run(editor));
    bar.append(button);
    return [button, active];
  });
  editor.on("transaction", () => {
    buttons.forEach(([button, active]) => button.setAttribute("aria-pressed", String(active(editor))));
  });
  return bar;
}

// Where the words stand in the document: after the words that stood before them, else their first place.
function placeOf(doc, words, before) {
  let found = null;
  doc.descendants((node, pos) => {
    if (!node.isTextblock || (found && found.exact)) return !found || !found.exact;
    // one character for each position, so that indices in the text are positions in the block
    const text = node.textBetween(0, node.content.size, "", "\ufffc").replace(/\u00a0/g, " ");
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      const exact = text.slice(0, at).endsWith(before);
      if (exact || !found) found = { from: pos + 1 + at, to: pos + 1 + at + words.length, exact };
      if (exact) break;
    }
    return false;
  });
  return found;
}

function mend(editor, event) {
  const { words, before, right } = event.detail;
  const place = placeOf(editor.state.doc, words, before.split("\t").pop());
  if (!place) return;
  event.preventDefault();
  editor.view.dispatch(right ? editor.state.tr.insertText(right, place.from, place.to) : editor.state.tr.delete(place.from, place.to));
}

function mount(textarea) {
  const box = document.createElement("div");
  box.className = "prose-editor rich-text";
  textarea.before(box);
  box.append(textarea);
  const label = document.querySelector('label[for="' + textarea.id + '"]');
  const editor = new Editor({
    element: box,
    // the site's CSP forbids injected styles; rich-text.css has them
    injectCSS: false,
    content: textarea.value,
    editorProps: {
      transformPastedHTML: (html) => pasted(html, textarea),
      handleDoubleClickOn: (view, position, node, at) => node.type.name === "picture" && described(view, node, at),
      handlePaste: (view, event) => picturesOf(textarea, event.clipboardData),
      handleDrop: (view, event, slice, moved) => !moved && picturesOf(textarea, event.dataTransfer),
      attributes: { role: "textbox", "aria-multiline": "true", "aria-label": label ? label.textContent : "正文" },
    },
    extensions: [
      Document, Paragraph, Text, HardBreak, Heading.configure({ levels: [2, 3, 4] }), Bold, Italic, Underline, Subscript,
      Superscript, BulletList, OrderedList, ListItem, Blockquote, Link.configure({ openOnClick: false }), Table, TableRow,
      TableHeader, TableCell, History, Gapcursor, ClosedClasses, Picture,
    ],
    onUpdate({ editor: changed }) {
      textarea.value = changed.isEmpty ? "" : changed.getHTML();
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  box.prepend(toolbar(editor));
  textarea.addEventListener("rich-text:mend", (event) => mend(editor, event));
  textarea.addEventListener("rich-text:picture", (event) => {
    editor.chain().focus().insertContent({ type: "picture", attrs: event.detail }).run();
  });
  textarea.addEventListener("rich-text:replace", () => editor.commands.setContent(textarea.value));
}

document.querySelectorAll("textarea[data-rich-text]").forEach(mount);
