// Asks both layers of the index and shows what the person may read.
#include "workgroups/planning_search/planning_search_pages.hpp"

#include "platform/base/parts.hpp"
#include "platform/search/fold.hpp"
#include "platform/search/stem.hpp"
#include "platform/search/words.hpp"
#include "workgroups/decisions/decision_list.hpp"

#include <map>

namespace workgroups {

namespace {

constexpr std::size_t hits_on_a_page = 20, hits_of_each_kind = 4, excerpt_letters = 220;

// --- words in texts --------------------------------------------------------------------------------------------------

std::set<std::string> stems_of(const std::vector<std::string>& folded_words) {
    std::set<std::string> stems;
    for (auto& word : folded_words)
        for (auto& stem : search::stems(word)) stems.insert(stem);
    return stems;
}

struct FoundWord {
    std::size_t begin, end;
    bool wanted;
};

std::vector<FoundWord> words_in(const std::string& text, const std::set<std::string>& stems) {
    std::vector<FoundWord> words;
    std::string folded;
    std::string_view rest = text;
    auto finish = [&] {
        if (folded.empty()) return;
        auto own = search::stems(folded);
        words.back().wanted = std::ranges::any_of(own, [&](auto& stem) { return stems.contains(stem); });
        folded.clear();
    };
    while (!rest.empty()) {
        auto at = std::size_t(rest.data() - text.data());
        auto letter = search::take(rest);
        if (!search::is_letter(letter) && !search::is_digit(letter)) {
            finish();
            continue;
        }
        if (folded.empty()) words.push_back({at, at, false});
        words.back().end = std::size_t(rest.data() - text.data());
        search::append(folded, search::plain(letter));
    }
    finish();
    return words;
}

std::string in_one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
}

// --- who may read a hit ----------------------------------------------------------------------------------------------

struct NamedGroup {
    Id<WorkingGroup> id{};
    std::string name{};
    bool is_public{};
    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("name", one.name), visit("is_public", one.is_public);
    }
};

// What one person may read of planning, asked of each hit.
struct ReadingPerson {
    const User& user;
    std::map<Id<WorkingGroup>, NamedGroup> groups{};
    std::vector<Id<WorkingGroup>> inside{};

    static ReadingPerson read(db::Session& db, const User& user, const http::Request& request) {
        ReadingPerson person{user};
        for (auto& one : db.all<NamedGroup>("SELECT id, name, published AND (ended_on IS NULL OR founded_on IS NULL"
                                            " OR ended_on <> founded_on) AS is_public FROM working_groups"))
            person.groups.emplace(one.id, one);
        person.inside = DecisionScope::read(db, user, *request.texts, request.today()).inside;
        return person;
    }
    bool reads(const PlanningText& text) const {
        auto group = groups.find(text.group);
        if (group == groups.end()) return false;
        if (std::ranges::binary_search(inside, text.group)) return true;
        if (text.whose && user.signed_in() && *text.whose == user.id) return true;
        return text.open && group->second.is_public;
    }
};

struct Scored {
    const PlanningText* text;
    float score;
};

struct Answer {
    std::vector<Scored> hits{};    // the best first
    std::vector<std::string> words{}, taken_for{};
    bool all_words = true;
};

Answer ask_index(const PlanningTexts& texts, const std::string& query, const ReadingPerson& person) {
    Answer answer;
    for (auto& word : search::words(query)) answer.words.push_back(word.folded);
    std::vector<Scored> partly;
    bool some_have_all = false;
    for (auto& layer : {texts.base, texts.fresh}) {
        if (!layer) continue;
        auto found = layer->index->find_all(query);
        auto& into = found.all_words ? answer.hits : partly;
        auto before = into.size();
        for (std::size_t n = 0; n < found.ids.size(); ++n) {
            auto& text = layer->texts[found.ids[n]];
            bool old = layer == texts.base && texts.replaced.contains(text.id);
            if (!old && person.reads(text)) into.push_back({&text, found.scores[n]});
        }
        if (into.size() == before) continue;
        some_have_all |= found.all_words;
        for (auto& correction : found.corrections)
            if (std::ranges::count(answer.taken_for, correction.taken_for) == 0)
                answer.taken_for.push_back(correction.taken_for);
    }
    if (!some_have_all) answer.hits = std::move(partly), answer.all_words = answer.hits.empty();
    // A word is told only where the person may read it: the index knows names that they do not.
    std::erase_if(answer.taken_for, [&](auto& word) {
        return std::ranges::none_of(answer.hits, [&](auto& hit) {
            return search::fold(hit.text->title + " " + hit.text->body).find(word) != std::string::npos;
        });
    });
    for (auto& word : answer.taken_for) answer.words.push_back(word);
    std::ranges::sort(answer.hits, [](auto& a, auto& b) {
        if (a.score != b.score) return a.score > b.score;
        return a.text->day.value_or(Date{}) != b.text->day.value_or(Date{})
                   ? a.text->day.value_or(Date{}) > b.text->day.value_or(Date{})
                   : a.text->id < b.text->id;
    });
    return answer;
}

PlanningHit hit_of(const PlanningText& text, const ReadingPerson& person, const std::vector<std::string>& words) {
    PlanningHit hit{&text, person.groups.at(text.group).name, text.day ? to_czech(*text.day) : ""};
    hit.title = with_words_marked(text.title, words, 160);
    hit.excerpt = with_words_marked(in_one_line(text.body), words, excerpt_letters);
    return hit;
}

}

std::vector<SearchPiece> with_words_marked(const std::string& text, const std::vector<std::string>& folded_words,
                                           std::size_t letters) {
    auto words = words_in(text, stems_of(folded_words));
    auto first = std::ranges::find_if(words, &FoundWord::wanted);
    // Some words before the first that was found, as many bytes as fit after it.
    std::size_t from = 0;
    if (first != words.end() && first->end > letters)
        from = words[std::size_t(std::max<std::ptrdiff_t>(0, first - words.begin() - 6))].begin;
    std::vector<SearchPiece> pieces;
    if (from > 0) pieces.push_back({"… "});
    auto at = from;
    for (auto& word : words) {
        if (word.begin < from) continue;
        if (word.end - from > letters) {
            pieces.push_back({text.substr(at, word.begin - at) + "…"});
            return pieces;
        }
        if (!word.wanted) continue;
        if (word.begin > at) pieces.push_back({text.substr(at, word.begin - at)});
        pieces.push_back({text.substr(word.begin, word.end - word.begin), true});
        at = word.end;
    }
    if (at < text.size()) pieces.push_back({text.substr(at)});
    return pieces;
}

void MarkedText::write(html::Out& out) const {
    for (auto& piece : pieces) {
        if (piece.marked) out.put(R"(<mark>{}</mark>)", piece.text);
        else out.put(R"({})", piece.text);
    }
}

std::string PlanningSearchPage::address(const std::string& of) const {
    auto address = "/hledani-v-planovani?q=" + http::encoded(words);
    return of.empty() ? address : address + "&druh=" + of;
}

std::string PlanningSearchPage::title_of(const PlanningHit& hit, html::Out& out) const {
    if (hit.text->kind == TextKind::decision) return out.text("decision.one", hit.text->number);
    if (hit.text->kind == TextKind::task) return out.text("task.one", hit.text->number);
    if (hit.text->kind == TextKind::meeting) return out.text("decision.meeting.of", hit.day);
    return hit.group;
}

std::string PlanningSearchPage::corrections() const { return text::joined(taken_for); }

http::PageHead PlanningSearchPage::head(const i18n::Texts& said) const {
    return {.title = said.text("planning_search.title"), .section = "/skupiny"};
}

http::Response search_planning(const http::Request& request, Permit<auth::may::Read> permit) {
    PlanningSearchPage page;
    page.words = std::string{text::trimmed(request.asked.first("q").substr(0, 200))};
    for (std::string kind : text_kinds)
        if (request.asked.first("druh") == kind) page.kind = kind;
    if (page.words.empty()) return respond(request, page);
    auto& db = permit.db();
    page.texts = request.use<PlanningIndex>().current(db, request.now);
    auto person = ReadingPerson::read(db, permit.user(), request);
    auto answer = ask_index(*page.texts, page.words, person);
    page.found = std::int64_t(answer.hits.size()), page.all_words = answer.all_words;
    page.taken_for = answer.taken_for;
    for (std::string kind : text_kinds) {
        HitsOfKind of{kind};
        std::vector<Scored> own;
        for (auto& hit : answer.hits)
            if (text_kinds[int(hit.text->kind)] == kind) own.push_back(hit);
        of.all = std::int64_t(own.size());
        if (page.kind == kind) page.at = PageOfList::wished(request, own.size(), hits_on_a_page);
        auto shown = page.kind == kind   ? page.at.part(own, hits_on_a_page)
                     : page.kind.empty() ? PageOfList{}.part(own, hits_of_each_kind)
                                         : std::vector<Scored>{};
        for (auto& hit : shown) of.hits.push_back(hit_of(*hit.text, person, answer.words));
        if (of.all > 0) page.kinds.push_back(std::move(of));
    }
    return respond(request, page);
}

}
