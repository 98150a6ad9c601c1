// Counts warnings of one kind about one thing together.
#include "network/register/register_warning.hpp"

#include <array>

namespace network {

namespace {

using Kind = RegisterWarningKind;

constexpr std::array<std::string_view, 24> warning_names{
    "unknown_key",
    "wrong_value",
    "unknown_type",
    "unknown_target_group",
    "unknown_age_band",
    "unknown_form",
    "unknown_unit",
    "unknown_region",
    "unknown_weekday",
    "hours_unread",
    "form_not_allowed",
    "type_ended",
    "bad_date",
    "dates_reversed",
    "identifier_missing",
    "identifier_unusual",
    "provider_unnamed",
    "ico_missing",
    "ico_wrong",
    "secret_with_address",
    "municipality_missing",
    "municipality_differs",
    "capacity_without_count",
    "weekdays_shifted",
};
static_assert(warning_names.size() == static_cast<std::size_t>(Kind::weekdays_shifted) + 1);

bool told_once(Kind kind) { return kind <= Kind::hours_unread; }
}

std::string_view name_of(RegisterWarningKind kind) { return warning_names[static_cast<std::size_t>(kind)]; }

std::string RegisterWarning::text_key() const { return "register.warning." + std::string{name_of(kind)}; }

void RegisterWarnings::add(RegisterWarningKind kind, std::string_view identifier, std::vector<std::string> values) {
    Place place{kind, told_once(kind) ? "" : identifier, std::move(values)};
    if (auto known = places_.find(place); known != places_.end()) {
        ++all_[known->second].times;
        return;
    }
    if (all_.size() == kept_max) {
        ++left_out_;
        return;
    }
    all_.push_back({kind, std::string{identifier}, std::get<2>(place)});
    all_.back().values.emplace_back(identifier);
    places_.emplace(std::move(place), all_.size() - 1);
}

}
