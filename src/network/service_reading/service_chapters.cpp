// Tries each kind of heading and of numbered point; that one parts services which leaves one number in each chapter.
#include "network/service_reading/service_chapters.hpp"

#include "network/service_reading/service_introduced.hpp"
#include "network/service_reading/service_parts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace network {

namespace {

using passages::Passage;
using reading::LineKind;
using Passages = std::vector<Passage>;

// Headings by their level, points by the look of their numbers: "# 2", "#.#", "#)"; nothing else opens a chapter.
std::string kind_of_opening(const Passage& passage) {
    if (passage.heading() && passage.marker.empty()) return "# " + std::to_string(passage.level);
    if (!passage.heading() && (passage.kind != LineKind::item || words_of(passage.tokens) > 12)) return {};
    std::string kind;
    bool counted = false;
    for (auto sign : passage.marker) {
        bool digit = sign >= '0' && sign <= '9';
        counted = counted || digit || passage.marker.ends_with(')');
        if (!(digit && kind.ends_with('#'))) kind += digit ? '#' : sign;
    }
    return counted ? kind : std::string{};
}

struct Chapter {
    std::size_t begin = 0, end = 0;
};

// "Děkuji a přeji hezký den": below points that only bullets fill, a paragraph is about none of them.
std::size_t end_of_points(const Passages& passages, Chapter chapter) {
    auto at = chapter.begin + 1;
    while (at < chapter.end && passages[at].kind == LineKind::item) ++at;
    bool bullets = at > chapter.begin + 2 && passages[chapter.begin].kind == LineKind::item;
    return bullets ? at : chapter.end;
}

// A heading of the document itself ends points and the chapters below it.
bool ends(const Passage& opening, const Passage& later) {
    bool of_document = later.heading() && later.level > 0;
    return of_document && (!opening.heading() || later.level < opening.level);
}

std::vector<Chapter> chapters_of(const Passages& passages, const std::string& kind) {
    std::vector<Chapter> chapters;
    for (std::size_t n = 0; n < passages.size(); ++n) {
        bool begins = kind_of_opening(passages[n]) == kind;
        auto* open = !chapters.empty() && chapters.back().end == passages.size() ? &chapters.back() : nullptr;
        if (open && (begins || ends(passages[open->begin], passages[n]))) open->end = n;
        if (begins) chapters.push_back({n, passages.size()});
    }
    for (auto& chapter : chapters) chapter.end = end_of_points(passages, chapter);
    return chapters;
}

void add_numbers(const Passage& passage, std::set<std::string>& numbers) {
    bool tells = (passage.field == registration_field && !passage.heading()) || has_number_of_register(passage.tokens);
    for (auto& token : passage.tokens)
        if (tells && is_seven_digits(token)) numbers.insert(token.folded);
}

// The first passage that names a type; a long one only by its paragraph, or one type alone.
std::optional<Announced> named_in_chapter(const Passages& passages, Chapter chapter) {
    for (auto n = chapter.begin; n < chapter.end; ++n) {
        auto& tokens = passages[n].tokens;
        auto mentions = type_mentions_in(tokens);
        bool about_others = passages[n].field == not_for_field || denies(tokens) || says_what_we_are_not(tokens);
        if (mentions.empty() || about_others) continue;
        Announced found{.type = mentions.front().type, .passage = n, .begin = chapter.begin, .end = chapter.end};
        auto by_law = type_by_paragraph_in(tokens);
        bool same = std::ranges::all_of(mentions, [&](auto& one) { return one.type == found.type; });
        bool alone = same && (words_of(tokens) <= 16 || n <= chapter.begin + 2);
        if (by_law && std::ranges::count(mentions, by_law, &TypeMention::type) > 0) found.type = by_law;
        else if (!alone) return {};
        return found;
    }
    return {};
}

std::optional<Announced> told_in_chapter(const Passages& passages, Chapter chapter, std::set<std::string>& numbers) {
    std::set<std::string> own;
    for (auto n = chapter.begin; n < chapter.end; ++n) add_numbers(passages[n], own);
    if (own.size() != 1 || !numbers.insert(*own.begin()).second) return {};
    return named_in_chapter(passages, chapter);
}

}

std::vector<Announced> announced_by_chapters(const Passages& passages) {
    std::set<std::string> kinds;
    for (auto& passage : passages)
        if (auto kind = kind_of_opening(passage); !kind.empty()) kinds.insert(kind);
    std::vector<Announced> best;
    for (auto& kind : kinds) {
        std::vector<Announced> found;
        std::set<std::string> numbers;
        for (auto chapter : chapters_of(passages, kind))
            if (auto told = told_in_chapter(passages, chapter, numbers)) found.push_back(*told);
        if (found.size() >= 2 && found.size() > best.size()) best = std::move(found);
    }
    return best;
}

}
