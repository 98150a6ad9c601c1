// Finds the decision that permissions are about, and leaves names of users out of texts for the public.
#include "workgroups/decisions/decision_view.hpp"

#include "platform/base/parts.hpp"
#include "platform/search/fold.hpp"

namespace workgroups {

std::optional<DecisionInView> DecisionInView::find(db::Session& db, const std::string& named, Date day) {
    auto id = Id<Decision>::parse(named);
    auto decision = id ? find_decision(db, *id) : std::nullopt;
    auto group = decision ? find_group(db, decision->group_id) : std::nullopt;
    auto of = group ? GroupInView::find(db, group->slug, day) : std::nullopt;
    if (!of) return {};
    DecisionInView view{std::move(*of), std::move(*decision)};
    if (view.decision.meeting_id)
        view.minutes_published = db.one<std::int64_t>("SELECT count(*) FROM meeting_minutes WHERE meeting_id = $1"
                                                      " AND phase = 'published'",
                                                      *view.decision.meeting_id) > 0;
    return view;
}

std::vector<std::string> names_of_users(db::Session& db, Id<WorkingGroup> group) {
    return db.all<std::string>("SELECT DISTINCT planning_people.name FROM group_members JOIN planning_people"
                               " ON planning_people.id = planner_id WHERE group_id = $1 AND side = 'user'",
                               group);
}

namespace {

struct NameStem {
    std::string first, surname;    // folded, without what changes with the case: kopretin of Kopretina
};

// Endings of cases change the last vowel, sometimes the letter before it (Vřes – Vřese, Kopretina – Kopretině).
std::string stem_of_name(const std::string& folded) {
    auto stem = folded;
    while (stem.size() > 3 && std::string_view{"aeiouy"}.find(stem.back()) != std::string_view::npos) stem.pop_back();
    return stem;
}

std::vector<NameStem> stems_of_names(const std::vector<std::string>& names) {
    std::vector<NameStem> stems;
    for (auto& name : names) {
        auto parts = text::parted(search::fold(name), " ");
        if (!parts.empty())
            stems.push_back({parts.size() > 1 ? stem_of_name(parts.front()) : "", stem_of_name(parts.back())});
    }
    return stems;
}

struct WordAt {
    std::size_t begin, end;
    std::string folded;
    bool capital;
};

std::vector<WordAt> words_at(const std::string& text) {
    std::vector<WordAt> words;
    std::string_view rest = text;
    bool within = false;
    while (!rest.empty()) {
        auto at = std::size_t(rest.data() - text.data());
        auto letter = search::take(rest);
        if (!search::is_letter(letter)) {
            within = false;
            continue;
        }
        if (!within) words.push_back({at, at, {}, search::lower(letter) != letter});
        within = true;
        words.back().end = std::size_t(rest.data() - text.data());
        search::append(words.back().folded, search::plain(letter));
    }
    return words;
}

bool is_form_of(const WordAt& word, const std::string& stem) {
    return word.capital && !stem.empty() && word.folded.starts_with(stem) && word.folded.size() <= stem.size() + 4;
}

}

std::string without_names(const std::string& text, const std::vector<std::string>& names) {
    auto stems = stems_of_names(names);
    if (stems.empty()) return text;
    auto words = words_at(text);
    std::string shown;
    std::size_t kept = 0;
    for (std::size_t n = 0; n < words.size(); ++n)
        for (auto& stem : stems) {
            if (!is_form_of(words[n], stem.surname)) continue;
            auto begin = words[n].begin;
            bool initial = n > 0 && words[n - 1].folded.size() == 1 && stem.first.starts_with(words[n - 1].folded);
            if (n > 0 && words[n - 1].capital && (initial || is_form_of(words[n - 1], stem.first)))
                begin = words[n - 1].begin;
            shown += text.substr(kept, std::max(begin, kept) - kept) + "…";
            kept = words[n].end;
            break;
        }
    return shown + text.substr(kept);
}

std::vector<std::string> surname_stems(const std::vector<std::string>& names) {
    std::vector<std::string> surnames;
    for (auto& stem : stems_of_names(names))
        if (!stem.surname.empty()) surnames.push_back(std::move(stem.surname));
    return surnames;
}

}
