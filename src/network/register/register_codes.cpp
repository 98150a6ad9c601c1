// Reads the known codes out of a table.
#include "network/register/register_codes.hpp"

#include "network/network.hpp"
#include "platform/base/csv.hpp"

#include <iterator>
#include <sstream>
#include <stdexcept>

namespace network {

namespace {

std::set<std::string> words_of(std::string_view text) {
    std::istringstream words{std::string{text}};
    return {std::istream_iterator<std::string>{words}, {}};
}

std::set<std::string>& list_called(RegisterCodes& codes, std::string_view name) {
    if (name == "target_group") return codes.target_groups;
    if (name == "age_band") return codes.age_bands;
    if (name == "form") return codes.forms;
    if (name == "unit") return codes.units;
    throw std::runtime_error{"no list of register codes is called " + std::string{name}};
}

}

RegisterCodes register_codes_from_csv(std::string_view table) {
    std::istringstream in{std::string{table}};
    csv::Reader rows{in, {.required_columns = {"list", "code", "forms", "ends_on"}}};
    RegisterCodes codes;
    while (auto* row = rows.next()) {
        std::string list{(*row)[rows.column("list")]}, code{(*row)[rows.column("code")]};
        if (list == "type")
            codes.types[code] = {words_of((*row)[rows.column("forms")]), parse_date((*row)[rows.column("ends_on")])};
        else list_called(codes, list).insert(code);
    }
    return codes;
}

const RegisterCodes& carried_register_codes() {
    static const RegisterCodes codes = [] {
        for (auto& file : files())
            if (file.path == "network/register/data/register_codes.csv") return register_codes_from_csv(file.bytes);
        throw std::runtime_error{"the program carries no register codes"};
    }();
    return codes;
}

RegisterCodes register_codes_known(const CodeLists& lists, Date day) {
    auto codes = carried_register_codes();
    for (auto* band : lists.items("age_bands", day)) {
        codes.age_bands.insert(band->code);
        if (auto code = band->detail("register_code"); !code.empty()) codes.age_bands.insert(code);
    }
    return codes;
}

const CodeListItem* age_band_said(const CodeLists& lists, const std::string& code) {
    auto item = lists.find("age_bands", code);
    return item ? item : lists.by_detail("age_bands", "register_code", code);
}
}
