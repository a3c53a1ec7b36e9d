// The elements of HTML that the program tells apart, and how each behaves when a page is parsed and read.
//
//     tag_named("DIV")                       // Tag::div
//     is(Tag::div, TagTrait::block)          // true
#pragma once
#include <cstdint>
#include <string_view>

namespace figbook::html {

enum class Tag : std::uint8_t {
    other,  // any other element; one that the program need not know
    text,   // no element but text between tags
    a,
    abbr,
    address,
    article,
    aside,
    audio,
    b,
    base,
    blockquote,
    body,
    br,
    button,
    canvas,
    caption,
    center,
    cite,
    code,
    col,
    colgroup,
    dd,
    del,
    details,
    dialog,
    dir,
    div,
    dl,
    dt,
    em,
    embed,
    fieldset,
    figcaption,
    figure,
    font,
    footer,
    form,
    frameset,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    head,
    header,
    hgroup,
    hr,
    html,
    i,
    iframe,
    img,
    input,
    label,
    legend,
    li,
    link,
    main,
    map,
    math,
    menu,
    meta,
    nav,
    noembed,
    noframes,
    noscript,
    object,
    ol,
    optgroup,
    option,
    p,
    param,
    picture,
    plaintext,
    pre,
    q,
    s,
    script,
    section,
    select,
    small,
    source,
    span,
    strike,
    strong,
    style,
    sub,
    summary,
    sup,
    svg,
    table,
    tbody,
    td,
    template_,
    textarea,
    tfoot,
    th,
    thead,
    time,
    title,
    tr,
    track,
    tt,
    u,
    ul,
    video,
    wbr,
    xmp,
    count,
};

enum class TagTrait : std::uint16_t {
    block = 1,           // starts a line of its own
    void_ = 2,           // has no end tag and no content: <br>
    raw = 4,             // everything up to its end tag is text: <script>
    closes_p = 8,        // ends an open paragraph
    special = 16,        // an end tag of another element does not reach through it
    scope = 32,          // nothing inside ends anything outside: a table's cell
    unseen = 64,         // no text of the page: scripts, controls of forms, what is struck out
    head_only = 128,     // belongs into the head and does not end it
    escapable_raw = 256  // raw, but with entities: <title>
};

// Tag::other for a name that is not in the list; in any case.
Tag tag_named(std::string_view name);
bool is(Tag tag, TagTrait trait);
// What the page takes back: no figure of the article stands there.
inline bool is_struck(Tag tag) {
    return tag == Tag::s || tag == Tag::del || tag == Tag::strike;
}
inline bool is_heading(Tag tag) {
    return tag >= Tag::h1 && tag <= Tag::h6;
}

}  // namespace figbook::html
