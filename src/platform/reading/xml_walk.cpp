#include "platform/reading/xml_walk.hpp"

#include "platform/reading/reading_error.hpp"

#include <charconv>
#include <exception>
#include <expat.h>
#include <memory>
#include <utility>

namespace reading {

namespace {

constexpr int xml_depth_most = 256;

std::string_view without_prefix(std::string_view name) {
    auto colon = name.rfind(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

// Expat calls C functions, through which nothing may be thrown: what a handler throws is kept and thrown behind it.
struct Walk {
    const XmlHandlers& handlers;
    XML_Parser expat;
    int depth = 0;
    std::exception_ptr failure{};

    void guarded(auto work) {
        if (failure) return;
        try {
            work();
        } catch (...) {
            failure = std::current_exception();
            XML_StopParser(expat, XML_FALSE);
        }
    }
};

Walk& walk_of(void* data) { return *static_cast<Walk*>(data); }

void element_begins(void* data, const char* name, const char** attributes) {
    auto& walk = walk_of(data);
    walk.guarded([&] {
        if (++walk.depth > xml_depth_most) throw ReadingError{Fault::broken};
        walk.handlers.begins(without_prefix(name), XmlAttributes{attributes});
    });
}

void element_ends(void* data, const char* name) {
    auto& walk = walk_of(data);
    walk.guarded([&] { --walk.depth, walk.handlers.ends(without_prefix(name)); });
}

void text_comes(void* data, const char* text, int length) {
    auto& walk = walk_of(data);
    walk.guarded([&] { walk.handlers.text({text, std::size_t(length)}); });
}

void doctype_comes(void* data, const char*, const char*, const char*, int) {
    walk_of(data).guarded([] { throw ReadingError{Fault::with_doctype}; });
}

}

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (auto at = list_; *at; at += 2)
        if (without_prefix(*at) == name) return at[1];
    return {};
}

int XmlAttributes::number(std::string_view name, int otherwise) const {
    auto text = (*this)[name];
    int value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void walk_xml(std::string_view xml, const XmlHandlers& handlers) {
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> expat{XML_ParserCreate(nullptr), XML_ParserFree};
    if (!expat) throw std::bad_alloc{};
    Walk walk{.handlers = handlers, .expat = expat.get()};
    XML_SetUserData(expat.get(), &walk);
    XML_SetElementHandler(expat.get(), element_begins, element_ends);
    XML_SetCharacterDataHandler(expat.get(), text_comes);
    XML_SetStartDoctypeDeclHandler(expat.get(), doctype_comes);
    auto status = XML_Parse(expat.get(), xml.data(), int(xml.size()), 1);
    if (walk.failure) std::rethrow_exception(walk.failure);
    if (status != XML_STATUS_OK) throw ReadingError{Fault::broken};
}

}
