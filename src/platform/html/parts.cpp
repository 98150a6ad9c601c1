// The classes of the style sheet behind each kind.
#include "platform/html/parts.hpp"

namespace html {

std::string_view Tag::css_class() const {
    switch (kind) {
    case ok: return "tag ok";
    case part: return "tag part";
    case bad: return "tag bad";
    case run: return "tag run";
    case unknown: return "tag";
    }
    return "tag";
}

std::string_view Note::css_class() const {
    switch (kind) {
    case warn: return "note warn";
    case bad: return "note bad";
    case ok: return "note ok";
    case info: return "note";
    }
    return "note";
}

std::vector<std::int64_t> Pager::near() const {
    std::vector<std::int64_t> shown;
    for (std::int64_t n = 1; n <= pages; ++n)
        if (n == 1 || n == pages || std::abs(n - page) <= 2) shown.push_back(n);
    return shown;
}

}
