// XML of an office document walked element by element.  Entities of its own are refused before any is read.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace reading {

// Attributes of an element, asked for without their prefix.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** list) : list_{list} {}
    std::string_view operator[](std::string_view name) const;
    int number(std::string_view name, int otherwise) const;

private:
    const char** list_;
};

// Names come without their prefix.
struct XmlHandlers {
    std::function<void(std::string_view name, const XmlAttributes&)> begins = [](auto, auto&) {};
    std::function<void(std::string_view name)> ends = [](auto) {};
    std::function<void(std::string_view)> text = [](auto) {};
};

// Throws ReadingError: broken, with_doctype.
void walk_xml(std::string_view xml, const XmlHandlers&);

}
