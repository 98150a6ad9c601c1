// The XML inside a workbook, pulled through expat piece by piece; documents that declare types are refused.
#pragma once

#include "platform/documents/zip_reader.hpp"

#include <exception>
#include <functional>
#include <optional>

struct XML_ParserStruct;

namespace documents {

// Attributes of an element; names without a prefix.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** list) : list_{list} {}
    std::string_view operator[](std::string_view name) const {
        for (auto at = list_; *at; at += 2)
            if (local(*at) == name) return at[1];
        return {};
    }
    static std::string_view local(std::string_view name) {
        auto colon = name.rfind(':');
        return colon == name.npos ? name : name.substr(colon + 1);
    }

private:
    const char** list_;
};

struct XmlHandlers {
    std::function<void(std::string_view name, const XmlAttributes&)> begins = [](auto, auto&) {};
    std::function<void(std::string_view name)> ends = [](auto) {};
    std::function<void(std::string_view)> text = [](auto) {};
};

// Expat calls C functions, through which nothing may be thrown: what a handler throws is kept and thrown behind it.
class XmlParser {
public:
    explicit XmlParser(XmlHandlers);
    ~XmlParser();
    XmlParser(const XmlParser&) = delete;
    XmlParser& operator=(const XmlParser&) = delete;

    void read(std::string_view piece, bool last);    // throws XlsxError

private:
    void guarded(auto work);

    XmlHandlers handlers_;
    XML_ParserStruct* expat_;
    std::size_t depth_ = 0;
    std::exception_ptr failure_{};
};

void parse_part(const ZipReader&, const ZipEntry&, std::uint64_t bytes_most, XmlHandlers);

std::optional<std::uint64_t> whole_number(std::string_view);
// _x000D_ is how a text says a letter that XML cannot; _x005F_ an underline that would be read so.
std::string unescaped(std::string_view);

}
