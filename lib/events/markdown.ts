import MarkdownIt from "markdown-it";

// Remote pictures would let a writer watch who reads; HTML stays text.
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable("image");

markdown.validateLink = (url) => /^(https?:|mailto:)/i.test(url.trim());

markdown.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
  tokens[index]?.attrSet("rel", "nofollow noopener ugc");
  return renderer.renderToken(tokens, index, options);
};

// The page has its h1, and its sections their h2.
for (const rule of ["heading_open", "heading_close"]) {
  markdown.renderer.rules[rule] = (tokens, index, options, _env, renderer) => {
    const token = tokens[index];
    if (token) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`;
    return renderer.renderToken(tokens, index, options);
  };
}

/** Markdown as safe HTML: tags in the source are shown as text, links lead only to the web or a mailbox. */
export function renderMarkdown(source: string): string {
  return markdown.render(source);
}
