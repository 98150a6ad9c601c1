// The law's and the register's lists as data: names of codes, plain words, and which forms a type of service may have.
#pragma once

#include "network/keeping.hpp"
#include "platform/base/embedded.hpp"

#include <map>
#include <span>

namespace network {

struct CodeListItem {
    Id<CodeListItem> id{};
    std::string list{};    // service_types
    std::string code{};    // DruhSocialniSluzby/30
    std::int64_t position{};
    std::string name_cs{};
    std::optional<std::string> name_en{};
    std::optional<std::string> short_cs{};
    std::optional<std::string> plain_cs{};
    std::optional<std::string> plain_en{};
    std::string details = "{}";    // the list's other columns, as a JSON object of texts
    Validity validity{beginning, {}};
    Recorded recorded{};
    Kept kept{};

    std::string detail(std::string_view column) const;    // empty if there is none

    static constexpr auto table = "code_list_items";
    static constexpr auto content = "network";
    static void each_field(auto& item, auto& visit) {
        visit("id", item.id), visit("list", item.list), visit("code", item.code), visit("position", item.position);
        visit("name_cs", item.name_cs), visit("name_en", item.name_en), visit("short_cs", item.short_cs);
        visit("plain_cs", item.plain_cs), visit("plain_en", item.plain_en), visit("details", item.details);
        Validity::each_field(item.validity, visit), Recorded::each_field(item.recorded, visit);
        Kept::each_field(item.kept, visit);
    }
};

struct TypeForm {
    Id<TypeForm> id{};
    std::string type_code{};
    std::string form_code{};
    bool allowed{};
    std::string certainty = "U";    // V verified, K believed, U unsure
    std::optional<std::string> law{};
    std::optional<std::string> note{};
    Validity validity{beginning, {}};
    Recorded recorded{};
    Kept kept{};

    static constexpr auto table = "type_forms";
    static constexpr auto content = "network";
    static void each_field(auto& pair, auto& visit) {
        visit("id", pair.id), visit("type_code", pair.type_code), visit("form_code", pair.form_code);
        visit("allowed", pair.allowed), visit("certainty", pair.certainty), visit("law", pair.law),
            visit("note", pair.note);
        Validity::each_field(pair.validity, visit), Recorded::each_field(pair.recorded, visit);
        Kept::each_field(pair.kept, visit);
    }
};

struct AgeBand {
    std::string code{};                    // older_child
    std::optional<std::int64_t> from{};    // completed years; nothing: no limit
    std::optional<std::int64_t> to{};      // this year still belongs to the band

    bool has(std::int64_t age) const { return (!from || *from <= age) && (!to || age <= *to); }
};

// All lists in memory, as we knew them at one moment, read on one day.
class CodeLists {
public:
    static CodeLists read(db::Session&, Date day);                      // as we know them now
    static CodeLists read(db::Session&, Date day, Instant known_at);    // as we knew them then

    // In the list's order, those that hold on the day.
    std::vector<const CodeListItem*> items(std::string_view list, Date day) const;
    // As it holds on the day of reading; else as it held last, else as it will.
    const CodeListItem* find(std::string_view list, std::string_view code) const;
    std::vector<const CodeListItem*> known(std::string_view list) const;    // each code once, as find() knows it
    const CodeListItem* by_detail(std::string_view list, std::string_view column, std::string_view value) const;
    std::string name(std::string_view list, std::string_view code, std::string_view language = "cs") const;
    std::string short_name(std::string_view list, std::string_view code) const;    // the name where none is shorter
    AgeBand age_band(std::string_view code) const;

    // What the law says of a type and a form on a day; nothing where the table is silent.
    std::optional<bool> allowed(std::string_view type, std::string_view form, Date day) const;

private:
    std::vector<CodeListItem> items_;
    std::vector<TypeForm> type_forms_;
    std::map<std::pair<std::string, std::string>, std::size_t, std::less<>> of_day_;    // list and code
};

// Reads network/data/code_lists/*.csv among the files into the database.  What differs from what a former program
// brought is recorded beside it; what a person changed, ended or added stays, whatever the files say of that code.
// Returns how many items are new or different.
std::int64_t load_code_lists(const Author&, std::span<const embedded::File>);
// What the files say of one code, in the order of their lines.
std::vector<CodeListItem> carried_items(std::span<const embedded::File>, std::string_view list, std::string_view code);

}
