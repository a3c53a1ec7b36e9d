#include "web/markup.hpp"

namespace figbook::web {

Markup text(std::string_view words) {
    Markup markup;
    markup.written_.text(words);
    return markup;
}

Markup element(Name name, const std::vector<Attribute>& attributes, std::initializer_list<Markup> content) {
    std::vector<PartAttribute> there;
    for (const Attribute& attribute : attributes)
        if (attribute.is_there) there.push_back({attribute.name, attribute.value});
    std::vector<const figbook::Markup*> parts;
    for (const Markup& part : content) parts.push_back(&part.written_);
    Markup markup;
    markup.written_.whole(name, there, parts);
    return markup;
}

Markup document(const Markup& html) {
    Markup markup;
    markup.written_.html_declaration().add(html.written_);
    return markup;
}

}  // namespace figbook::web
