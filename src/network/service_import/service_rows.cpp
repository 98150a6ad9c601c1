// Reads what offices write: numbers without their noughts, codes or names, days both ways.
#include "network/service_import/service_rows.hpp"

#include "network/editing/service_lines.hpp"
#include "platform/base/ico.hpp"
#include "platform/base/parts.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>
#include <charconv>

namespace network {

namespace {

constexpr std::int64_t capacity_most = 100'000;
constexpr std::size_t name_most = 300, summary_most = 1'000, description_most = 10'000, listed_most = 200;

// A spreadsheet drops the noughts before a number.
std::string with_noughts(std::string number, std::size_t digits) {
    std::erase(number, ' ');
    auto all_digits = !number.empty() && number.find_first_not_of("0123456789") == number.npos;
    return all_digits && number.size() < digits ? std::string(digits - number.size(), '0') + number : number;
}

// Parted by ; or lines; where a part is no whole thing, by commas.
std::vector<std::string> things_in(std::string_view cell, auto is_whole) {
    std::string one_line{cell};
    std::ranges::replace(one_line, '\n', ';');
    std::vector<std::string> things;
    for (auto& part : text::parted(one_line, ";")) {
        if (is_whole(part)) things.push_back(part);
        else
            for (auto& smaller : text::parted(part, ",")) things.push_back(smaller);
    }
    return things;
}

std::optional<std::int64_t> whole_of(std::string typed) {
    std::erase(typed, ' ');
    for (auto at = typed.find("\u00a0"); at != typed.npos; at = typed.find("\u00a0")) typed.erase(at, 2);
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    if (typed.empty() || error != std::errc{} || end != typed.data() + typed.size()) return {};
    return number;
}

std::optional<Date> day_in(const std::string& cell) {
    // 2026-11-30T00:00: a moment of a spreadsheet
    return parse_date(cell.size() > 10 && cell[4] == '-' && cell[10] == 'T' ? cell.substr(0, 10) : cell);
}

}

ServiceRows::ServiceRows(ServiceTable& table, std::vector<std::string> mapping, const ServiceGround& ground)
    : table_{table}, mapping_{std::move(mapping)}, ground_{ground} {
    mapping_.resize(table.headings().size());
}

std::string ServiceRows::cell(std::string_view field) const {
    auto found = std::ranges::find(mapping_, field);
    return found == mapping_.end() ? "" : row_->cells[std::size_t(found - mapping_.begin())];
}

std::string ServiceRows::column(std::string_view field) const {
    auto found = std::ranges::find(mapping_, field);
    return found == mapping_.end() ? "" : table_.headings()[std::size_t(found - mapping_.begin())];
}

ServiceRowProblem ServiceRows::problem(const ServiceLine& line, std::string_view field, const char* problem,
                                       std::vector<std::string> values) const {
    return {line.row, column(field), "", problem, std::move(values)};
}

void ServiceRows::wrong(std::string_view field, const char* problem, std::vector<std::string> values) {
    auto value = cell(field);
    if (values.empty()) values.push_back(value);
    problems_.push_back({row_->number, column(field), std::move(value), problem, std::move(values)});
}

std::optional<ServiceRows::Row> ServiceRows::next() {
    do {
        row_ = table_.next();
        if (!row_) return {};
    } while (std::ranges::all_of(row_->cells, &std::string::empty));
    ++read_;
    problems_.clear();
    ServiceLine line;
    line.row = row_->number;
    take_keys(line), take_match(line), take_texts(line), take_lists(line), take_capacity(line);
    take_contacts(line), take_places(line), take_days(line), take_new(line);
    if (problems_.empty()) meet(line);
    if (!problems_.empty()) return std::move(problems_);
    return line;
}

void ServiceRows::take_keys(ServiceLine& line) {
    if (auto typed = cell("ico"); !typed.empty()) {
        line.ico = with_noughts(typed, 8);
        if (!is_ico(line.ico)) wrong("ico", "ico");
    }
    if (auto typed = cell("type"); !typed.empty()) {
        line.type_code = ground_.type(typed);
        if (line.type_code->empty()) wrong("type", "type");
    }
    line.provider_name = cell("provider");
    auto typed = cell("identifier");
    if (typed.empty() || Uuid::parse(typed)) return;
    line.identifier = with_noughts(typed, 7);
    if (!valid_register_identifier(*line.identifier)) wrong("identifier", "identifier");
}

// By what is its own; else by whose it is, of what type and how it is called.  Never by the name alone.
void ServiceRows::take_match(ServiceLine& line) {
    if (line.identifier) line.service = ground_.service(*line.identifier);
    for (auto field : {"identifier", "slug"})
        if (auto typed = cell(field);
            !line.service && !typed.empty() && (field != std::string_view{"identifier"} || Uuid::parse(typed))) {
            line.service = ground_.service(typed);
            if (!line.service) return wrong(field, "service");
        }
    if (!line.service && !line.ico.empty() && line.type_code && !line.type_code->empty()) {
        auto same = ground_.services(line.ico, *line.type_code, cell("name"));
        // Who carries another number is another service.
        std::erase_if(same, [&](auto& id) { return line.identifier && !ground_.identifier_of(id).empty(); });
        if (same.size() > 1) return wrong("name", "ambiguous", {std::to_string(same.size())});
        if (same.size() == 1) line.service = same.front();
    }
    if (!line.service) return;
    auto ico = ground_.ico_of(*line.service);
    if (!line.ico.empty() && !ico.empty() && ico != line.ico) wrong("ico", "other_provider", {line.ico, ico});
    if (line.type_code && !line.type_code->empty() && *line.type_code != ground_.type_of(*line.service))
        wrong("type", "other_type",
              {cell("type"), ground_.lists().name("service_types", ground_.type_of(*line.service))});
}

void ServiceRows::take_texts(ServiceLine& line) {
    auto take = [&](const char* field, std::size_t most, std::optional<std::string>& into) {
        auto typed = cell(field);
        if (typed.empty()) return;
        if (typed.size() > most) wrong(field, "long", {std::to_string(most)});
        into = typed;
    };
    take("name", name_most, line.name), take("summary", summary_most, line.summary);
    take("note", description_most, line.description);
}

std::optional<std::vector<std::string>>
ServiceRows::take_codes(std::string_view field, std::string (ServiceGround::*code)(std::string_view) const) {
    auto typed = cell(field);
    if (typed.empty()) return {};
    std::vector<std::string> codes;
    for (auto& thing : things_in(typed, [&](auto& part) { return !(ground_.*code)(part).empty(); })) {
        auto found = (ground_.*code)(thing);
        if (found.empty()) wrong(field, field == "forms" ? "form" : "group", {thing});
        else if (std::ranges::find(codes, found) == codes.end()) codes.push_back(found);
    }
    std::ranges::sort(codes);
    return codes;
}

void ServiceRows::take_lists(ServiceLine& line) {
    line.forms = take_codes("forms", &ServiceGround::form);
    line.groups = take_codes("groups", &ServiceGround::group);
}

void ServiceRows::take_capacity(ServiceLine& line) {
    if (auto typed = cell("unit"); !typed.empty()) {
        line.unit_code = ground_.unit(typed);
        if (line.unit_code->empty()) wrong("unit", "unit");
    }
    auto typed = cell("capacity");
    if (typed.empty()) return;
    line.capacity = whole_of(typed);
    if (!line.capacity || *line.capacity < 0 || *line.capacity > capacity_most) wrong("capacity", "capacity");
}

void ServiceRows::take_contacts(ServiceLine& line) {
    for (std::string kind : {"phone", "email", "web"}) {
        auto things = things_in(cell(kind), [&](auto& part) {
            auto read = read_contact_line(part);
            return read && read->kind == kind;
        });
        if (things.size() > 10) wrong(kind, "many_contacts");
        for (auto& thing : things) {
            auto read = read_contact_line(thing);
            if (!read || read->kind != kind)
                wrong(kind, kind == "phone" ? "phone" : kind == "email" ? "email" : "web", {thing});
            else line.contacts.push_back(*read);
        }
    }
}

void ServiceRows::take_places(ServiceLine& line) {
    if (auto typed = cell("place"); !typed.empty() && !line.service) {
        auto towns = ground_.territory().find_municipalities(typed);
        if (towns.size() != 1) wrong("place", towns.empty() ? "town" : "several_towns");
        else line.town_code = towns.front()->code;
    }
    auto typed = cell("covered");
    if (typed.empty()) return;
    line.covered.emplace();
    auto things =
        things_in(typed, [&](auto& part) { return read_coverage(part, ground_.territory()).coverage.has_value(); });
    if (things.size() > listed_most) return wrong("covered", "many_towns");
    for (auto& thing : things) {
        auto read = read_coverage(thing, ground_.territory());
        if (read.coverage) line.covered->push_back(*read.coverage);
        else
            wrong("covered", read.problem == std::string_view{"edit.coverage.unknown"} ? "covered" : "covered_twice",
                  {thing});
    }
}

void ServiceRows::take_days(ServiceLine& line) {
    auto take = [&](const char* field, std::optional<Date>& into) {
        auto typed = cell(field);
        if (typed.empty()) return;
        into = day_in(typed);
        if (!into) wrong(field, "day");
    };
    take("start", line.starts_on), take("end", line.ends_on);
    if (line.starts_on && line.ends_on && *line.ends_on <= *line.starts_on) wrong("end", "early");
}

// What a service that we do not know must say of itself.
void ServiceRows::take_new(ServiceLine& line) {
    if (line.service || !problems_.empty()) return;
    if (line.ico.empty()) return wrong("ico", line.identifier ? "unknown_without_ico" : "no_key");
    if (!line.type_code) return wrong("type", "new_without_type");
    if (!ground_.provider(line.ico) && line.provider_name.empty())
        wrong("provider", "new_provider_unnamed", {line.ico});
}

// Which of two rows of one service would hold?
void ServiceRows::meet(const ServiceLine& line) {
    auto key = line.service ? to_text(*line.service)
                            : line.identifier.value_or(line.ico + " " + line.type_code.value_or("") + " " +
                                                       search::fold(line.name.value_or("")));
    auto [known, fresh] = seen_.emplace(key, line.row);
    if (!fresh) wrong(line.identifier ? "identifier" : "name", "twice", {std::to_string(known->second)});
}

}
