#include "projects/project_reading/list_openings.hpp"

#include "platform/reading/passages/sentences.hpp"
#include "projects/project_reading/activity_marks.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Passage;
using passages::Tokens;

struct OpeningWords {
    std::string_view pattern;
    int field;
};

constexpr OpeningWords opening_words[] = {{"cilov* skupin*", target_field},
                                          {"cilovk*|cilovky", target_field},
                                          {"klicov* aktivit*|cinnost*", activities_field},
                                          {"hlavni aktivit*|cinnost*", activities_field},
                                          {"aktivit*", activities_field},
                                          {"zdroj* financovani|penez", funding_field}};

constexpr std::string_view words_before =
    "a|i|nase|nasi|nasich|tak|tedy|nove|schvalen*|vsechny|samotne|pak|dale|jednotliv*|projektov*";

int field_of_opening(const Tokens& tokens) {
    std::size_t at = 0;
    while (at < 3 && passages::match_at(tokens, at, words_before)) ++at;
    for (auto& words : opening_words)
        if (passages::match_at(tokens, at, words.pattern)) return words.field;
    return no_field;
}

// The last sentence of a passage, if a colon ends it.
int field_opened_by(const Passage& passage) {
    auto text = passage.text.empty() ? std::string_view{passage.label} : std::string_view{passage.text};
    if (passage.heading() || !text.ends_with(':')) return no_field;
    auto sentences = passages::sentences_of(text);
    if (sentences.empty() || sentences.back().tokens.size() > 30) return no_field;
    return field_of_opening(sentences.back().tokens);
}

// "6.3 Stavební akce" behind "1." to "4." is the next chapter.
bool is_chapter_behind(const Passage& first, const Passage& item) {
    auto opened = mark_of(first.marker), mark = mark_of(item.marker);
    return opened && mark && mark->kind > opened->kind && item.marker.size() > first.marker.size() &&
           item.level <= first.level;
}

}

void open_lists_by_first_words(Passages& all) {
    for (std::size_t n = 0; n + 2 < all.size(); ++n) {
        auto field = field_opened_by(all[n]);
        auto old = all[n + 1].field;
        bool list = all[n + 1].kind == reading::LineKind::item && all[n + 1].label.empty() &&
                    (old == no_field || old == all[n].field) && old != field;
        if (field == no_field || !list) continue;
        for (auto at = n + 1; at < all.size(); ++at) {
            bool item = all[at].kind == reading::LineKind::item && !is_chapter_behind(all[n + 1], all[at]);
            bool below = all[at].kind == reading::LineKind::text && all[at].at.first == all[at - 1].at.last + 1;
            if (all[at].field != old || !all[at].label.empty() || (!item && !below)) break;
            all[at].field = field;
        }
    }
}

void close_lists_before_paragraphs(Passages& all) {
    for (std::size_t n = 0; n < all.size(); ++n) {
        auto field = all[n].field;
        bool list = field == target_field || field == activities_field || field == funding_field;
        bool opens = list && !all[n].heading() && !all[n].table && all[n].text.empty() && all[n].label.ends_with(':');
        if (!opens) continue;
        auto end = n + 1;
        while (end < all.size() && all[end].kind == reading::LineKind::item && all[end].field == field) ++end;
        if (end < n + 3) continue;
        for (; end < all.size() && all[end].label.empty() && !all[end].heading(); ++end)
            if (all[end].field == field && all[end].kind == reading::LineKind::text &&
                (all[end].at.first > all[end - 1].at.last + 1 || all[end - 1].field == no_field))
                all[end].field = no_field;
    }
}

}
