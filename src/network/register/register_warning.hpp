// What an import of the register did not know or did not believe, each kind once in a sentence for people.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace network {

enum class RegisterWarningKind {
    unknown_key,     // value 1: where it stands
    wrong_value,     // value 1: where it stands
    unknown_type,    // value 1: the code; so are the next six
    unknown_target_group,
    unknown_age_band,
    unknown_form,
    unknown_unit,
    unknown_region,
    unknown_weekday,
    hours_unread,          // value 1: the hours as the file writes them
    form_not_allowed,      // value 1: type, value 2: form; old registrations and exceptions are real
    type_ended,            // value 1: type
    bad_date,              // value 1: where, value 2: what stands there
    dates_reversed,        // value 1: from, value 2: to
    identifier_missing,    // value 1: portal id
    identifier_unusual,    // value 1: the identifier, not 7 digits
    provider_unnamed,      // a person in business; their name is not read
    ico_missing,
    ico_wrong,                 // value 1: the IČO, not 8 digits or with a wrong check digit
    secret_with_address,       // value 1: the facility; the address was thrown away
    municipality_missing,      // value 1: the facility
    municipality_differs,      // value 1: the facility, value 2: the municipality of its address
    capacity_without_count,    // value 1: the form
    weekdays_shifted,          // value 1: services open on the sixth day, value 2: on the first; of the whole file
};

struct RegisterWarning {
    RegisterWarningKind kind;
    std::string identifier;    // of the first service where it was met
    std::vector<std::string> values;
    std::uint64_t times = 1;    // how often it was met in the file

    std::string text_key() const;    // register.warning.unknown_key; values are {1}, {2}, then the identifier
};

// Gathers warnings.  What no code list or key table knows is told once with its count, the rest once for each service.
class RegisterWarnings {
public:
    void add(RegisterWarningKind kind, std::string_view identifier, std::vector<std::string> values);
    const std::vector<RegisterWarning>& all() const { return all_; }
    std::uint64_t left_out() const { return left_out_; }

    static constexpr std::size_t kept_max = 20'000;

private:
    using Place = std::tuple<RegisterWarningKind, std::string, std::vector<std::string>>;
    std::map<Place, std::size_t> places_;
    std::vector<RegisterWarning> all_;
    std::uint64_t left_out_ = 0;
};

std::string_view name_of(RegisterWarningKind);

}
