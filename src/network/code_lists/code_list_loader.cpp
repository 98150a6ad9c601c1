// Brings the code lists that the program carries into the database, beside what was held true before.
#include "network/code_lists/code_list.hpp"
#include "network/code_lists/code_list_rules.hpp"

#include "platform/base/csv.hpp"

#include <boost/json.hpp>

#include <set>
#include <sstream>

namespace network {

namespace {

using Line = std::map<std::string, std::string>;    // column → cell, empty cells left out

std::vector<Line> lines_of(std::string_view bytes) {
    std::istringstream in{std::string{bytes}};
    csv::Reader table{in, {}};
    std::vector<Line> lines;
    while (auto row = table.next()) {
        auto& line = lines.emplace_back();
        for (std::size_t n = 0; n < row->size(); ++n)
            if (!(*row)[n].empty()) line[table.header()[n]] = (*row)[n];
    }
    return lines;
}

std::optional<std::string> take(Line& line, const std::string& column) {
    auto cell = line.extract(column);
    if (cell.empty()) return {};
    return cell.mapped();
}

// The tables name the last day that still holds; our intervals end the day after.
Validity take_validity(Line& line) {
    auto from = parse_date(take(line, "valid_from").value_or("")),
         last = parse_date(take(line, "valid_to").value_or(""));
    return {from.value_or(beginning), last ? std::optional{*last + std::chrono::days{1}} : std::nullopt};
}

CodeListItem item_from(const std::string& list, std::int64_t position, Line line) {
    CodeListItem item;
    item.list = list, item.position = position;
    auto code = take(line, "code");
    item.code = code ? *code : take(line, "key").value_or("");    // age bands have a key alone
    item.name_cs = take(line, "name_cs").value_or(item.code);
    item.name_en = take(line, "name_en"), item.short_cs = take(line, "short_name");
    item.plain_cs = take(line, "plain_cs"), item.plain_en = take(line, "plain_en");
    item.validity = take_validity(line);
    boost::json::object rest;
    for (auto& [column, cell] : line) rest[column] = cell;
    item.details = boost::json::serialize(rest);
    return item;
}

TypeForm type_form_from(Line line) {
    TypeForm pair;
    pair.type_code = take(line, "type").value_or(""), pair.form_code = take(line, "form").value_or("");
    pair.allowed = take(line, "allowed") == "1";
    pair.certainty = take(line, "certainty").value_or("U");
    pair.law = take(line, "law"), pair.note = take(line, "note");
    pair.validity = take_validity(line);
    return pair;
}

bool same(const CodeListItem& a, const CodeListItem& b) {
    return a.position == b.position && a.name_cs == b.name_cs && a.name_en == b.name_en && a.short_cs == b.short_cs &&
           a.plain_cs == b.plain_cs && a.plain_en == b.plain_en && a.details == b.details &&
           a.validity.valid_to == b.validity.valid_to;
}

bool same(const TypeForm& a, const TypeForm& b) {
    return a.allowed == b.allowed && a.certainty == b.certainty && a.law == b.law && a.note == b.note &&
           a.validity.valid_to == b.validity.valid_to;
}

auto key(const CodeListItem& item) { return std::tuple{item.list, item.code, item.validity.valid_from}; }
auto key(const TypeForm& pair) { return std::tuple{pair.type_code, pair.form_code, pair.validity.valid_from}; }

auto thing(const CodeListItem& item) { return std::pair{item.list, item.code}; }
auto thing(const TypeForm& pair) { return std::pair{pair.type_code, pair.form_code}; }

// Lists of the region's own: we carry a beginning, people go on, and an upgrade takes nothing back.
bool regional(const CodeListItem& item) { return rules_of(item.list).regional; }
bool regional(const TypeForm&) { return false; }

// What is new is added, what differs is recorded beside the former, what we do not carry stays as it is.  A code that
// holds as a person wrote it is the person's: it is left whole, since a new time of it might lie over theirs.
template <class Record>
std::int64_t bring(const Author& author, const std::vector<Record>& known, const std::vector<Record>& carried) {
    std::map<decltype(key(known.front())), const Record*> by_key;
    std::set<decltype(thing(known.front()))> of_people;
    for (auto& record : known) {
        by_key[key(record)] = &record;
        if (record.kept.created_by) of_people.insert(thing(record));
    }
    std::int64_t brought = 0;
    for (auto record : carried) {
        if (of_people.contains(thing(record))) continue;
        auto found = by_key.find(key(record));
        if (found == by_key.end()) add(author, record), ++brought;
        else if (!same(*found->second, record) && !regional(record)) replace(author, *found->second, record), ++brought;
    }
    return brought;
}

std::optional<std::string> list_name(std::string_view path) {
    constexpr std::string_view folder = "/data/code_lists/", ending = ".csv";    // of any capability
    auto at = path.find(folder);
    if (at == path.npos || !path.ends_with(ending)) return {};
    auto name = path.substr(at + folder.size());
    return std::string{name.substr(0, name.size() - ending.size())};
}

}

std::vector<CodeListItem> carried_items(std::span<const embedded::File> files, std::string_view list,
                                        std::string_view code) {
    std::vector<CodeListItem> items;
    for (auto& file : files) {
        if (list_name(file.path) != list) continue;
        std::int64_t position = 0;
        for (auto& line : lines_of(file.bytes))
            if (auto item = item_from(std::string{list}, ++position, line); item.code == code)
                items.push_back(std::move(item));
    }
    return items;
}

std::int64_t load_code_lists(const Author& author, std::span<const embedded::File> files) {
    std::vector<CodeListItem> items;
    std::vector<TypeForm> type_forms;
    for (auto& file : files) {
        auto list = list_name(file.path);
        if (!list) continue;
        std::int64_t position = 0;
        for (auto& line : lines_of(file.bytes)) {
            if (*list == "type_forms") type_forms.push_back(type_form_from(line));
            else items.push_back(item_from(*list, ++position, line));
        }
    }
    auto known_items = author.work.all<CodeListItem>("SELECT * FROM code_list_items WHERE replaced_at IS NULL");
    auto known_pairs = author.work.all<TypeForm>("SELECT * FROM type_forms WHERE replaced_at IS NULL");
    return bring(author, known_items, items) + bring(author, known_pairs, type_forms);
}

}
