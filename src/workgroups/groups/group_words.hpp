// What groups are called in words: kinds, land, target groups, days.
#pragma once

#include "network/network.hpp"
#include "platform/html/choice.hpp"
#include "platform/i18n/texts.hpp"
#include "workgroups/members/group_member.hpp"

namespace workgroups {

// Names of codes and of land, read once for a page.
struct GroupWords {
    std::vector<network::ListedCode> kinds, target_groups;
    std::vector<network::NamedLand> lands;    // by name within their level
    const i18n::Texts& texts;

    static GroupWords read(db::Session&, const i18n::Texts&, Date day);

    std::string kind(const WorkingGroup& group) const { return name_in(kinds, group.kind_code); }
    std::string target_group(const WorkingGroup&) const;
    std::string territory(const WorkingGroup&) const;    // ORP Jilemnice; empty where none is said
    std::string land(const network::NamedLand&) const;
    const network::NamedLand* find_land(const std::string& code) const;

    // What may be chosen: what holds, and what the group has already.
    std::vector<html::Choice> kind_choices(const std::string& held) const { return choices(kinds, held); }
    std::vector<html::Choice> target_choices(const std::string& held) const { return choices(target_groups, held); }
    std::vector<html::Choice> land_choices() const;

private:
    static std::string name_in(const std::vector<network::ListedCode>&, const std::string& code);
    static std::vector<html::Choice> choices(const std::vector<network::ListedCode>&, const std::string& held);
};

// „Komunitní plánování regionu Liberec (KPSS)“
std::string full_name(const WorkingGroup&);
std::string day_in_form(const std::optional<Date>&);               // 1. 3. 2026, without spaces that do not break
std::string last_day(const std::optional<Date>& first_without);    // in words of a page; empty without an end
std::string last_day_in_form(const std::optional<Date>& first_without);
std::optional<Date> day_after(const std::string& typed);

// Those whose names everybody may read, with their role: „Jana Nová, manažerka, Město Jilemnice“.
std::string member_words(const NamedMember&, const i18n::Texts&);

}
