// Says groups in words.
#include "workgroups/groups/group_words.hpp"

namespace workgroups {

GroupWords GroupWords::read(db::Session& db, const i18n::Texts& texts, Date day) {
    return {network::listed_codes(db, group_kinds, texts.language(), day),
            network::listed_codes(db, "target_groups", texts.language(), day), network::named_lands(db, day), texts};
}

std::string GroupWords::name_in(const std::vector<network::ListedCode>& codes, const std::string& code) {
    auto found = std::ranges::find(codes, code, &network::ListedCode::code);
    return found == codes.end() ? code : found->name;
}

std::string GroupWords::target_group(const WorkingGroup& group) const {
    return group.target_group_code ? name_in(target_groups, *group.target_group_code) : "";
}

const network::NamedLand* GroupWords::find_land(const std::string& code) const {
    auto found = std::ranges::find(lands, code, &network::NamedLand::code);
    return found == lands.end() ? nullptr : &*found;
}

std::string GroupWords::land(const network::NamedLand& land) const {
    auto level = land.level();
    if (level == "orp") return texts.text("group.land.orp", {land.name});
    if (level == "municipality") return texts.text("group.land.municipality", {land.name});
    return land.name;
}

std::string GroupWords::territory(const WorkingGroup& group) const {
    if (!group.territory) return {};
    auto found = find_land(*group.territory);
    return found ? land(*found) : *group.territory;
}

std::vector<html::Choice> GroupWords::choices(const std::vector<network::ListedCode>& codes, const std::string& held) {
    std::vector<html::Choice> all;
    for (auto& code : codes)
        if (code.holds || code.code == held) all.push_back({code.code, code.name});
    return all;
}

std::vector<html::Choice> GroupWords::land_choices() const {
    std::vector<html::Choice> all;
    for (auto& one : lands) all.push_back({one.code, land(one)});
    return all;
}

std::string full_name(const WorkingGroup& group) {
    return group.short_name ? group.name + " (" + *group.short_name + ")" : group.name;
}

namespace {

std::string with_plain_spaces(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text.substr(at, 2) == "\u00a0") plain += ' ', ++at;
        else plain += text[at];
    return plain;
}

}

std::string day_in_form(const std::optional<Date>& day) { return day ? with_plain_spaces(to_czech(*day)) : ""; }

std::string last_day(const std::optional<Date>& first_without) {
    return first_without ? to_czech(*first_without - std::chrono::days{1}) : "";
}

std::string last_day_in_form(const std::optional<Date>& first_without) {
    return with_plain_spaces(last_day(first_without));
}

std::optional<Date> day_after(const std::string& typed) {
    auto day = parse_date(typed);
    return day ? std::optional{*day + std::chrono::days{1}} : std::nullopt;
}

std::string member_words(const NamedMember& one, const i18n::Texts& texts) {
    auto words = one.person_name + ", " + texts.text("member.role." + one.member.role);
    if (one.organisation) words += ", " + *one.organisation;
    return words;
}

}
