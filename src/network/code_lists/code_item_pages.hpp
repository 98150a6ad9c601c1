// One code of a list: what it means now, what it meant when, who uses it, and all that was changed about it.
#pragma once

#include "network/code_lists/code_list_pages.hpp"
#include "network/code_lists/code_list_rules.hpp"
#include "network/code_lists/code_story.hpp"
#include "network/code_lists/code_uses.hpp"
#include "platform/html/field.hpp"

namespace network {

namespace may {

// What a whole region agreed on: the words of its lists, what comes into them and what ends.
struct KeepCodeLists {
    using About = Everything;
    static constexpr auto name = "network.keep_code_lists";
    static bool allows(const User& user, const Everything&) {
        return user.reaches(Role::regional_planner, Lies::everywhere()) ||
               user.reaches(Role::administrator, Lies::everywhere());
    }
};

}

struct CodeItemPage {
    CodeStory story;
    const CodeListRules& rules;
    Date today{};
    bool keeps = false;    // who looks may change it
    std::vector<CodeAct> acts{};
    std::vector<CodeUse> uses{};
    std::vector<CodeDifference> carried{};    // ours, and what the program carries instead
    std::map<Id<User>, std::string> names{};
    std::string form_token{};
    std::string said{};       // text key: what was done
    std::string problem{};    // text key: why it was not

    const CodeListItem& now() const { return *story.on(today); }
    std::string name(const html::Out& out) const {
        return out.language() == "en" ? now().name_en.value_or(now().name_cs) : now().name_cs;
    }
    std::string address(const char* rest = "") const;
    bool ends() const { return story.standing().back()->validity.valid_to.has_value(); }
    bool may_take_back() const { return keeps && acts.front().by.has_value(); }
    html::Crumbs way(const html::Out&) const;
    html::Tag state(const html::Out&) const;
    html::Facts facts(html::Out&) const;
    html::Table versions(html::Out&) const;
    html::Table beside_program(html::Out&) const;
    std::string heading(const CodeAct&, html::Out&) const;
    std::string who(const CodeAct&, html::Out&) const;    // empty for those who only read
    std::string moment(const CodeAct&) const;
    std::string label(const CodeDifference&, html::Out&) const;
    std::string words(const CodeDifference&, const std::string& value, html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("list", page.story.list), visit("code", page.story.code), visit("name_cs", page.now().name_cs);
        visit("name_en", page.now().name_en), visit("short_cs", page.now().short_cs);
        visit("plain_cs", page.now().plain_cs), visit("plain_en", page.now().plain_en);
        visit("uses", page.uses), visit("problem", page.problem);
    }
    void write(html::Out&) const;
};

// Throws NotFound where nothing of that code stands.
CodeStory code_asked(const http::Request&, db::Session&);

http::Response show_code(const http::Request&, Permit<may::ReadCodeLists>);
http::Response take_code_back(const http::Request&, Permit<may::KeepCodeLists>);

}
