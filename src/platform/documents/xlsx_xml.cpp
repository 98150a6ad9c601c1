#include "platform/documents/xlsx_xml.hpp"

#include "platform/documents/xlsx_reader.hpp"

#include <charconv>
#include <expat.h>
#include <utility>

namespace documents {

namespace {

constexpr std::size_t depth_most = 64;

}

void XmlParser::guarded(auto work) {
    if (failure_) return;
    try {
        work(*this);
    } catch (...) {
        failure_ = std::current_exception();
        XML_StopParser(expat_, XML_FALSE);
    }
}

XmlParser::XmlParser(XmlHandlers handlers) : handlers_{std::move(handlers)}, expat_{XML_ParserCreate(nullptr)} {
    if (!expat_) throw std::runtime_error{"no memory to read XML"};
    XML_SetUserData(expat_, this);
    XML_SetElementHandler(
        expat_,
        [](void* self, const char* name, const char** attributes) {
            static_cast<XmlParser*>(self)->guarded([&](XmlParser& parser) {
                if (++parser.depth_ > depth_most) throw XlsxError{XlsxFault::broken};
                parser.handlers_.begins(XmlAttributes::local(name), XmlAttributes{attributes});
            });
        },
        [](void* self, const char* name) {
            static_cast<XmlParser*>(self)->guarded([&](XmlParser& parser) {
                --parser.depth_;
                parser.handlers_.ends(XmlAttributes::local(name));
            });
        });
    XML_SetCharacterDataHandler(expat_, [](void* self, const char* text, int length) {
        static_cast<XmlParser*>(self)->guarded(
            [&](XmlParser& parser) { parser.handlers_.text(std::string_view{text, std::size_t(length)}); });
    });
    XML_SetStartDoctypeDeclHandler(expat_, [](void* self, const char*, const char*, const char*, int) {
        static_cast<XmlParser*>(self)->guarded([](XmlParser&) { throw XlsxError{XlsxFault::with_doctype}; });
    });
}

XmlParser::~XmlParser() { XML_ParserFree(expat_); }

void XmlParser::read(std::string_view piece, bool last) {
    auto status = XML_Parse(expat_, piece.data(), int(piece.size()), last);
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    if (status != XML_STATUS_OK) throw XlsxError{XlsxFault::broken};
}

void parse_part(const ZipReader& zip, const ZipEntry& entry, std::uint64_t bytes_most, XmlHandlers handlers) {
    XmlParser parser{std::move(handlers)};
    ZipPieces pieces{zip, entry, bytes_most};
    for (auto piece = pieces.next();; piece = pieces.next()) {
        parser.read(piece, piece.empty());
        if (piece.empty()) return;
    }
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
    std::uint64_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

std::string unescaped(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        auto at = text.find("_x");
        if (at == text.npos || at + 7 > text.size()) return out.append(text);
        out += text.substr(0, at);
        unsigned code = 0;
        auto digits = text.substr(at + 2, 4);
        auto first = digits.data(), last = first + digits.size();
        auto [end, error] = std::from_chars(first, last, code, 16);
        auto is_code = error == std::errc{} && end == last && text[at + 6] == '_';
        if (is_code && (code == '\n' || code == '\t' || (code >= ' ' && code < 0x7F))) out += char(code);
        else if (!is_code) out += "_x";
        text.remove_prefix(at + (is_code ? 7 : 2));
    }
    return out;
}

}
