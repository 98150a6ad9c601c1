// Asks the layers of the index as if they held only what the person may read, and shows that.
#include "workgroups/planning_search/planning_search_pages.hpp"

#include "platform/base/parts.hpp"
#include "platform/search/question.hpp"
#include "platform/search/words.hpp"
#include "workgroups/decisions/decision_list.hpp"
#include "workgroups/meetings/paper_text.hpp"

#include <array>
#include <map>
#include <unordered_map>

namespace workgroups {

namespace {

constexpr std::size_t hits_on_a_page = 20, hits_of_each_kind = 4, excerpt_letters = 220;

std::string in_one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
}

struct NamedGroup {
    Id<WorkingGroup> id{};
    std::string name{};
    bool is_public{};
    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("name", one.name), visit("is_public", one.is_public);
    }
};

// What one person may read of planning, asked of each text.
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
        if (text.whose && user.signed_in() && *text.whose == user.id) return true;
        if (std::ranges::binary_search(inside, text.group)) return groups.contains(text.group);
        if (!text.open) return false;
        auto group = groups.find(text.group);
        return group != groups.end() && group->second.is_public;
    }
};

struct Scored {
    const PlanningText* text;
    float score;
};

// The best first.
bool comes_before(const Scored& a, const Scored& b) {
    if (a.score != b.score) return a.score > b.score;
    auto day = a.text->day.value_or(Date{}), other = b.text->day.value_or(Date{});
    return day != other ? day > other : a.text->id < b.text->id;
}

struct Answer {
    std::vector<Scored> hits{};
    std::vector<std::string> words{}, taken_for{};
    bool all_words = true;
};

// One question, put to one layer after the other.
class AskedLayers {
public:
    AskedLayers(const std::string& query, const ReadingPerson& person) : query_{query}, person_{person} {}

    // By the number in the index; nothing where a text is no more.
    void ask(const search::Index& index, const std::vector<const PlanningText*>& texts) {
        std::vector<bool> readable(texts.size());
        for (std::size_t n = 0; n < texts.size(); ++n) readable[n] = texts[n] && person_.reads(*texts[n]);
        auto found = search::find_among(index, query_, readable);
        if (found.ids.empty()) return;
        auto& into = parts_[(found.all_words ? 0 : 2) + (found.corrections.empty() ? 0 : 1)];
        for (std::size_t n = 0; n < found.ids.size(); ++n) {
            auto& score = into.scores[texts[found.ids[n]]];
            score = std::max(score, found.scores[n]);
        }
        for (auto& correction : found.corrections)
            if (std::ranges::count(into.taken_for, correction.taken_for) == 0)
                into.taken_for.push_back(correction.taken_for);
    }
    // A word that one layer knows is mistyped in none of them.
    Answer answer() {
        Answer answer;
        auto best = std::ranges::find_if(parts_, [](auto& part) { return !part.scores.empty(); });
        for (auto& word : search::words(query_)) answer.words.push_back(word.folded);
        if (best == parts_.end()) return answer;
        answer.all_words = best - parts_.begin() < 2, answer.taken_for = best->taken_for;
        for (auto& [text, score] : best->scores) answer.hits.push_back({text, score});
        std::ranges::sort(answer.hits, comes_before);
        answer.words.insert(answer.words.end(), answer.taken_for.begin(), answer.taken_for.end());
        return answer;
    }

private:
    struct Part {
        std::unordered_map<const PlanningText*, float> scores{};    // a paper is found by its name and by its words
        std::vector<std::string> taken_for{};
    };

    const std::string& query_;
    const ReadingPerson& person_;
    std::array<Part, 4> parts_{};    // all words as they were typed, all words put right; not all, not all put right
};

Answer ask_index(const PlanningTexts& texts, const std::string& query, const ReadingPerson& person) {
    AskedLayers layers{query, person};
    std::vector<const PlanningText*> there;
    for (auto& layer : {texts.base, texts.fresh}) {
        if (!layer) continue;
        there.clear();
        for (auto& text : layer->texts)
            there.push_back(layer == texts.base && texts.replaced.contains(text.id) ? nullptr : &text);
        layers.ask(*layer->index, there);
    }
    for (auto& layer : texts.papers) {
        there.clear();
        for (auto& id : layer->papers) there.push_back(texts.paper(id));
        layers.ask(*layer->index, there);
    }
    return layers.answer();
}

// What may be looked into to show a hit.
struct Ground {
    db::Session& db;
    keys::KeyRoom& keys;
    const ReadingPerson& person;
    const std::vector<std::string>& words;

    PlanningHit hit_of(const PlanningText& text) const {
        PlanningHit hit{&text, person.groups.at(text.group).name, text.day ? to_czech(*text.day) : ""};
        hit.title = with_words_marked(text.title, words, 160);
        if (text.kind != TextKind::paper) {
            hit.excerpt = with_words_marked(in_one_line(text.body), words, excerpt_letters);
            return hit;
        }
        auto paper = paper_text(db, keys, Id<AgendaPaper>{text.id});
        hit.by_name_alone = !paper;
        if (paper) hit.excerpt = with_words_marked(in_one_line(paper->body), words, excerpt_letters);
        return hit;
    }
};

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
    Ground ground{db, request.use<keys::KeyRoom>(), person, answer.words};
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
        for (auto& hit : shown) {
            of.hits.push_back(ground.hit_of(*hit.text));
            // Papers are closed: who reads a piece of one is on record, as who opens it.
            if (hit.text->kind == TextKind::paper && !of.hits.back().by_name_alone)
                permit.trail().note("workgroups.paper_found", hit.text->id, audit::Outcome::allowed);
        }
        if (of.all > 0) page.kinds.push_back(std::move(of));
    }
    return respond(request, page);
}

}
