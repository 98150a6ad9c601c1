// Reads the table of an office: Czech and English headers, codes and names, days both ways.
#include "network/capacity_import/capacity_rows.hpp"

#include "platform/base/parts.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>
#include <charconv>

namespace network {

namespace {

constexpr std::int64_t most_places = 100'000;
constexpr std::size_t longest_note = 300;            // bytes
constexpr std::size_t numbers_of_one_key = 5'000;    // more is a mistake of whoever made the table

struct SlugOfService {
    Id<Service> id{};
    std::string slug{};
    std::optional<std::string> identifier{};
    static void each_field(auto& row, auto& visit) {
        visit("id", row.id), visit("slug", row.slug), visit("register_identifier", row.identifier);
    }
};

void name_items(const CodeLists& lists, const char* list, std::unordered_map<std::string, std::string>& names) {
    for (auto item : lists.items(list, Date::max() - std::chrono::days{1})) {
        auto end = item->code.substr(item->code.find('/') + 1);
        for (auto& name :
             {item->code, end, item->name_cs, item->name_en.value_or(""), item->detail("one"), item->detail("many")})
            if (!name.empty()) names.try_emplace(search::fold(name), item->code);
    }
}

std::string kind_named(const std::string& typed) {
    static constexpr std::pair<const char*, const char*> kinds[] = {
        {"registrovana", "registered"}, {"registered", "registered"},
        {"v siti", "network"},          {"sit", "network"},
        {"network", "network"},         {"financovana", "funded"},
        {"funded", "funded"},           {"volna", "free"},
        {"volna mista", "free"},        {"free", "free"}};
    auto wanted = search::fold(typed);
    for (auto& [name, kind] : kinds)
        if (wanted == name) return kind;
    return {};
}

std::int32_t number_of(Date day) { return std::int32_t(day.time_since_epoch().count()); }

}

CapacityNames CapacityNames::read(db::Session& db) {
    CapacityNames names;
    for (auto& row : db.all<SlugOfService>("SELECT id, slug, register_identifier FROM services")) {
        names.services_.emplace(row.slug, row.id);
        if (row.identifier) names.services_.emplace(*row.identifier, row.id);
    }
    auto lists = CodeLists::read(db, Date::max() - std::chrono::days{1});
    name_items(lists, "forms", names.forms_), name_items(lists, "capacity_units", names.units_);
    return names;
}

std::optional<Id<Service>> CapacityNames::service(const std::string& named) const {
    auto found = services_.find(named);
    return found == services_.end() ? std::nullopt : std::optional{found->second};
}

std::string CapacityNames::form(std::string_view named) const {
    auto found = forms_.find(search::fold(named));
    return found == forms_.end() ? "" : found->second;
}

std::string CapacityNames::unit(std::string_view named) const {
    auto found = units_.find(search::fold(named));
    return found == units_.end() ? "" : found->second;
}

CapacityRows::CapacityRows(std::istream& in, const CapacityNames& names, Date today)
    : table_{in, {.separator = {}, .required_columns = {}, .cell_bytes_max = 10'000, .rows_max = rows_most}},
      names_{names},
      today_{today},
      service_{column({"sluzba", "služba", "service"}, true)},
      kind_{column({"kapacita", "kind"}, true)},
      form_{column({"forma", "form"}, true)},
      unit_{column({"jednotka", "unit"}, true)},
      count_{column({"pocet", "počet", "count"}, true)},
      from_{column({"plati_od", "platí od", "valid_from"}, true)},
      to_{column({"plati_do", "platí do", "valid_to"}, false)},
      note_{column({"poznamka", "poznámka", "note"}, false)} {}

CapacityRows::Column CapacityRows::column(std::initializer_list<const char*> names, bool needed) const {
    for (auto name : names)
        if (auto found = table_.find_column(name)) return {found, name};
    if (needed) table_.column(*names.begin());    // throws, and names the column
    return {{}, *names.begin()};
}

std::string CapacityRows::cell(const csv::Row& row, const Column& column) const {
    return column.at ? std::string{text::trimmed(row[*column.at])} : "";
}

std::optional<CapacityRows::Row> CapacityRows::next() {
    auto row = table_.next();
    if (!row) return {};
    ++read_;
    CapacityLine line;
    line.row = row->number();
    auto wrong = take(*row, line);
    if (!wrong) wrong = meets_another(line);
    if (wrong) return CapacityRowProblem{line.row, wrong->column->name, wrong->problem, std::move(wrong->values)};
    return line;
}

std::optional<CapacityRows::Wrong> CapacityRows::take(const csv::Row& row, CapacityLine& line) {
    auto named = cell(row, service_);
    auto service = names_.service(named);
    if (!service) return Wrong{&service_, named.empty() ? "empty" : "service", {named}};
    line.service = *service;
    line.kind = kind_named(cell(row, kind_));
    if (line.kind.empty()) return Wrong{&kind_, "kind", {cell(row, kind_)}};
    line.form_code = names_.form(cell(row, form_));
    if (line.form_code.empty()) return Wrong{&form_, "form", {cell(row, form_)}};
    line.unit_code = names_.unit(cell(row, unit_));
    if (line.unit_code.empty()) return Wrong{&unit_, "unit", {cell(row, unit_)}};
    auto typed = cell(row, count_);
    auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), line.count);
    if (typed.empty() || error != std::errc{} || end != typed.data() + typed.size() || line.count < 0 ||
        line.count > most_places)
        return Wrong{&count_, "count", {typed}};
    if (auto note = cell(row, note_); note.size() > longest_note) return Wrong{&note_, "note"};
    else if (!note.empty()) line.note = note;
    return take_days(row, line);
}

std::optional<CapacityRows::Wrong> CapacityRows::take_days(const csv::Row& row, CapacityLine& line) const {
    auto from = parse_date(cell(row, from_));
    if (!from) return Wrong{&from_, "day", {cell(row, from_)}};
    line.validity.valid_from = *from;
    if (auto typed = cell(row, to_); !typed.empty()) {
        line.validity.valid_to = parse_date(typed);
        if (!line.validity.valid_to) return Wrong{&to_, "day", {typed}};
        if (*line.validity.valid_to <= *from) return Wrong{&to_, "early"};
    }
    if (line.kind == "free" && *from > today_) return Wrong{&from_, "future"};
    return {};
}

// Two rows of one number may not speak of the same day: which of them would hold?
std::optional<CapacityRows::Wrong> CapacityRows::meets_another(const CapacityLine& line) {
    auto& its = line.service.uuid.bytes;
    std::string key{reinterpret_cast<const char*>(its.data()), its.size()};
    key += line.kind[0], key += line.form_code, key += '|', key += line.unit_code;
    auto& taken = taken_[key];
    if (taken.size() >= numbers_of_one_key) return Wrong{&from_, "many"};
    auto from = number_of(line.validity.valid_from);
    auto to = line.validity.valid_to ? number_of(*line.validity.valid_to) : std::numeric_limits<std::int32_t>::max();
    if (line.kind == "free") to = from + 1;    // a report is of its day
    auto at = std::ranges::lower_bound(taken, from, {}, &Taken::from);
    if (at != taken.end() && at->from < to) return Wrong{&from_, "meets", {std::to_string(at->row)}};
    if (at != taken.begin() && std::prev(at)->to > from)
        return Wrong{&from_, "meets", {std::to_string(std::prev(at)->row)}};
    taken.insert(at, {from, to, std::uint32_t(line.row)});
    return {};
}

}
