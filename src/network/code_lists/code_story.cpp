// Reads the rows of one code as a story, and goes on with it.
#include "network/code_lists/code_story.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <set>

namespace network {

CodeStory CodeStory::read(db::Session& db, std::string list, std::string code) {
    auto rows = db.all<CodeListItem>("SELECT * FROM code_list_items WHERE list = $1 AND code = $2"
                                     " ORDER BY recorded_at, valid_from, id",
                                     list, code);
    return {std::move(list), std::move(code), std::move(rows)};
}

std::vector<const CodeListItem*> CodeStory::standing() const {
    std::vector<const CodeListItem*> found;
    for (auto& row : rows)
        if (!row.recorded.replaced_at) found.push_back(&row);
    std::ranges::sort(found, {}, [](auto row) { return row->validity.valid_from; });
    return found;
}

const CodeListItem* CodeStory::on(Date day) const {
    const CodeListItem* last = nullptr;
    for (auto version : standing())
        if (!last || version->validity.valid_from <= day) last = version;
    return last;
}

const CodeListItem* CodeStory::beginning_on(Date first_day) const {
    for (auto version : standing())
        if (version->validity.valid_from == first_day) return version;
    return nullptr;
}

bool CodeStory::overlaps(const Validity& time, const CodeListItem* except) const {
    return std::ranges::any_of(standing(), [&](auto version) {
        auto& other = version->validity;
        return version != except && (!time.valid_to || other.valid_from < *time.valid_to) &&
               (!other.valid_to || time.valid_from < *other.valid_to);
    });
}

bool CodeStory::of_people() const {
    return std::ranges::any_of(standing(), [](auto version) { return version->kept.created_by.has_value(); });
}

// --- what was changed ------------------------------------------------------------------------------------------------

namespace {

std::string shown_detail(const boost::json::object& details, std::string_view column) {
    auto value = details.if_contains(column);
    return value && value->is_string() ? std::string{value->get_string()} : std::string{};
}

void compare_details(const CodeListItem& before, const CodeListItem& after, std::vector<CodeDifference>& found) {
    auto old = boost::json::parse(before.details).as_object(), fresh = boost::json::parse(after.details).as_object();
    std::set<std::string> columns;
    for (auto& [column, value] : old) columns.emplace(column);
    for (auto& [column, value] : fresh) columns.emplace(column);
    for (auto& column : columns)
        if (auto one = shown_detail(old, column), other = shown_detail(fresh, column); one != other)
            found.push_back({"detail." + column, one, other});
}

std::string last_day(const Validity& time) {
    return time.valid_to ? to_czech(*time.valid_to - std::chrono::days{1}) : std::string{};
}

}

std::vector<CodeDifference> code_differences(const CodeListItem& before, const CodeListItem& after) {
    std::vector<CodeDifference> found;
    auto compare = [&](const char* field, const std::string& one, const std::string& other) {
        if (one != other) found.push_back({field, one, other});
    };
    compare("name_cs", before.name_cs, after.name_cs);
    compare("name_en", before.name_en.value_or(""), after.name_en.value_or(""));
    compare("short_cs", before.short_cs.value_or(""), after.short_cs.value_or(""));
    compare("plain_cs", before.plain_cs.value_or(""), after.plain_cs.value_or(""));
    compare("plain_en", before.plain_en.value_or(""), after.plain_en.value_or(""));
    compare_details(before, after, found);
    compare("valid_from", to_czech(before.validity.valid_from), to_czech(after.validity.valid_from));
    compare("valid_to", last_day(before.validity), last_day(after.validity));
    return found;
}

namespace {

// One moment says what it was by the rows that it closed and those that it brought.
void name_act(CodeAct& act, bool stood_before) {
    if (act.come.empty()) act.kind = "withdrawn", act.by = act.gone.front()->kept.changed_by;
    else act.by = act.come.front()->kept.created_by;
    if (act.gone.empty()) {
        act.kind = stood_before ? "changed" : "added";
        if (stood_before) act.from = act.come.back()->validity.valid_from;
        return;
    }
    if (act.come.empty()) return;
    act.differences = code_differences(*act.gone.back(), *act.come.back());
    if (act.gone.size() == 1 && act.come.size() == 2) {
        act.kind = "changed", act.from = act.come.back()->validity.valid_from;
        std::erase_if(act.differences, [](auto& one) { return one.field == "valid_from"; });
    } else if (act.gone.size() == act.come.size() && act.differences.size() == 1 &&
               act.differences.front().field == "valid_to") {
        act.from = act.come.back()->validity.valid_to;
        act.kind = act.from ? "ended" : "goes_on";
        act.differences.clear();
    } else {
        act.kind = "corrected";
    }
}

}

std::vector<CodeAct> CodeStory::acts() const {
    std::set<Instant> moments;
    for (auto& row : rows) {
        moments.insert(row.recorded.recorded_at);
        if (row.recorded.replaced_at) moments.insert(*row.recorded.replaced_at);
    }
    auto by_time = [](auto row) { return row->validity.valid_from; };
    std::vector<CodeAct> found;
    bool stands = false;
    for (auto moment : moments) {
        CodeAct act{{}, moment};
        for (auto& row : rows) {
            bool came = row.recorded.recorded_at == moment, went = row.recorded.replaced_at == moment;
            if (came && !went) act.come.push_back(&row);
            if (went && !came) act.gone.push_back(&row);
        }
        if (act.come.empty() && act.gone.empty()) continue;
        std::ranges::sort(act.come, {}, by_time), std::ranges::sort(act.gone, {}, by_time);
        name_act(act, stands);
        stands = std::ranges::any_of(rows, [&](auto& row) { return row.recorded.held_at(moment); });
        found.push_back(std::move(act));
    }
    std::ranges::reverse(found);
    return found;
}

// --- going on with it ------------------------------------------------------------------------------------------------

namespace {

std::set<Uuid> ids_of(const std::vector<const CodeListItem*>& versions) {
    std::set<Uuid> ids;
    for (auto version : versions) ids.insert(version->id.uuid);
    return ids;
}

// Who comes second waits here, and finds that somebody was first.
void expect_unchanged(const Author& author, const CodeStory& seen) {
    history::count_up(author.work, CodeListItem::content);
    auto now = CodeStory::read(author.work, seen.list, seen.code);
    if (ids_of(now.standing()) != ids_of(seen.standing())) throw Conflict{};
}

void close(const Author& author, const CodeListItem& version) {
    auto former = version;
    former.recorded.replaced_at = author.now;
    change(author, version, former);
}

void add_again(const Author& author, CodeListItem version) {
    version.kept = {};
    add(author, version);
}

}

void change_code_from(const Author& author, const CodeStory& story, const CodeListItem& version, Date day,
                      CodeListItem words) {
    expect_unchanged(author, story);
    auto until_then = version;
    until_then.validity.valid_to = day;
    words.validity = {day, version.validity.valid_to};
    replace(author, version, until_then);
    add_again(author, words);
}

void correct_code(const Author& author, const CodeStory& story, const CodeListItem& version, CodeListItem better) {
    expect_unchanged(author, story);
    replace(author, version, std::move(better));
}

void end_code(const Author& author, const CodeStory& story, const CodeListItem& version,
              std::optional<Date> first_without) {
    auto ended = version;
    ended.validity.valid_to = first_without;
    correct_code(author, story, version, ended);
}

void add_code(const Author& author, const CodeStory& story, CodeListItem item) {
    expect_unchanged(author, story);
    item.list = story.list, item.code = story.code;
    item.position = author.work.one<std::int64_t>(
        "SELECT coalesce(max(position), 0) + 1 FROM code_list_items WHERE list = $1 AND replaced_at IS NULL",
        item.list);
    if (auto before = story.standing(); !before.empty()) item.position = before.back()->position;
    add_again(author, std::move(item));
}

void take_back(const Author& author, const CodeStory& story, const CodeAct& act) {
    expect_unchanged(author, story);
    for (auto version : act.come) close(author, *version);
    for (auto version : act.gone) {
        auto again = *version;
        again.recorded.replaced_at = {};
        add_again(author, again);
    }
}

}
