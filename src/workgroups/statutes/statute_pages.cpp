// Shows what a group goes by.
#include "workgroups/statutes/statute_pages.hpp"

#include "platform/base/parts.hpp"

#include <charconv>

namespace workgroups {

namespace {

bool is_inside(const User& user, const GroupInView& view) { return may::TakePartInGroup::allows(user, view); }

StatuteLine line_of(const Statute& statute, const std::vector<Statute>& all, Date today, const i18n::Texts& texts) {
    StatuteLine line{to_text(statute.id), texts.text("statute.kind." + statute.kind), statute.title,
                     time_in_words(statute, texts), statute.approved_by.value_or("")};
    line.in_force = statute.holds_on(today), line.rules = rules_in_words(statute, texts);
    for (auto& other : all)
        if (line.before.empty() && other.kind == statute.kind && other.valid_from < statute.valid_from)
            line.before = to_text(other.id);
    return line;
}

// A version that somebody may read: one in force everybody who sees the group, others those who take part in it.
Statute statute_asked(const http::Request& request, db::Session& db, const User& user, const GroupInView& view) {
    auto statute = find_statute(db, request.id<Statute>("stanovy"));
    if (!statute || statute->group_id != view.group.id) throw NotFound{};
    if (!statute->holds_on(request.today()) && !is_inside(user, view)) throw NotFound{};
    return *statute;
}

std::string months_in_words(const std::string& list, const i18n::Texts& texts) {
    std::vector<std::string> names;
    for (auto& month : text::parted(list, ",")) names.push_back(texts.text("plan.month." + month));
    return text::joined(names);
}

}

std::string time_in_words(const Statute& statute, const i18n::Texts& texts) {
    auto from = to_czech(statute.valid_from);
    if (!statute.valid_to) return texts.text("statute.from", {from});
    return texts.text("statute.from_to", {from, to_czech(*statute.valid_to - std::chrono::days{1})});
}

std::vector<std::string> rules_in_words(const Statute& statute, const i18n::Texts& texts) {
    std::vector<std::string> rules;
    auto say_count = [&](const char* key, const std::optional<std::int64_t>& value) {
        if (value) rules.push_back(texts.text(key, {std::to_string(*value)}, *value));
    };
    say_count("statute.says.months_between", statute.months_between);
    if (statute.on_demand_months && !statute.on_demand_months->empty())
        rules.push_back(
            texts.text("statute.says.on_demand_months", {months_in_words(*statute.on_demand_months, texts)}));
    say_count("statute.says.notice_days", statute.notice_days);
    if (statute.quorum) rules.push_back(texts.text("statute.says.quorum." + *statute.quorum));
    if (statute.voting) rules.push_back(texts.text("statute.says.voting." + *statute.voting));
    if (statute.minutes_by) rules.push_back(texts.text("statute.says.minutes_by." + *statute.minutes_by));
    say_count("statute.says.minutes_days", statute.minutes_days);
    return rules;
}

http::PageHead StatuteListPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("statute.list") + " – " + group.name,
            .description = texts.text("statute.list.description", {group.name}),
            .section = "/skupiny"};
}

http::PageHead StatutePage::head(const i18n::Texts&) const {
    return {.title = statute.title + " – " + group.name, .section = "/skupiny"};
}

http::PageHead StatuteComparisonPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("statute.compare") + " – " + group.name, .section = "/skupiny", .staff = true};
}

http::Response list_statutes(const http::Request& request, Permit<may::ReadGroup> permit) {
    auto& view = permit.about();
    StatuteListPage page{view.group};
    page.leads = may::LeadGroup::allows(permit.user(), view), page.inside = is_inside(permit.user(), view);
    auto all = statutes_of(permit.db(), view.group.id);
    for (auto& statute : all) {
        auto line = line_of(statute, all, permit.today(), *request.texts);
        if (line.in_force) page.in_force.push_back(std::move(line));
        else if (page.inside) page.others.push_back(std::move(line));
    }
    auto done = request.asked.first("hotovo");
    for (auto known : {"pridano", "ulozeno"})
        if (done == known) page.done = std::string{"statute.done."} + known;
    return respond(request, page);
}

http::Response show_statute(const http::Request& request, Permit<may::ReadGroup> permit) {
    auto& view = permit.about();
    auto& texts = *request.texts;
    StatutePage page{view.group, statute_asked(request, permit.db(), permit.user(), view)};
    page.kind = texts.text("statute.kind." + page.statute.kind), page.time = time_in_words(page.statute, texts);
    page.rules = rules_in_words(page.statute, texts), page.paragraphs = text::parted(page.statute.body, "\n");
    page.in_force = page.statute.holds_on(permit.today());
    page.leads = may::LeadGroup::allows(permit.user(), view);
    return respond(request, page);
}

http::Response compare_statutes(const http::Request& request, Permit<may::TakePartInGroup> permit) {
    auto& group = permit.about().group;
    auto& texts = *request.texts;
    StatuteComparisonPage page{group};
    auto all = statutes_of(permit.db(), group.id);
    for (auto& one : all) page.versions.push_back({to_text(one.id), one.title + ", " + time_in_words(one, texts)});
    auto chosen = [&](const char* name) -> const Statute* {
        auto id = request.asked.first(name);
        auto found = std::ranges::find_if(all, [&](auto& one) { return to_text(one.id) == id; });
        return found == all.end() ? nullptr : &*found;
    };
    auto before = chosen("z"), after = chosen("do");
    if (before) page.from = to_text(before->id);
    if (after) page.to = to_text(after->id);
    if (before && after) {
        page.rules_before = rules_in_words(*before, texts), page.rules_after = rules_in_words(*after, texts);
        page.lines = text::differing_lines(before->body, after->body);
    }
    return respond(request, page);
}

}
