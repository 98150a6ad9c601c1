// The code lists for those who keep the network: what a code means, since when it holds and until when it did.
#pragma once

#include "network/code_lists/code_list.hpp"
#include "platform/auth/permissions.hpp"
#include "platform/documents/table_file.hpp"
#include "platform/html/parts.hpp"
#include "platform/html/table.hpp"
#include "platform/http/respond.hpp"

namespace network {

namespace may {

// No secret, but nothing for those who do nothing here.
struct ReadCodeLists {
    using About = Everything;
    static constexpr auto name = "network.read_code_lists";
    static bool allows(const User& user, const Everything&) { return !user.grants.empty(); }
};

}

struct CodeListLine {
    std::string list{};
    std::int64_t holding{}, ended{};    // items on the day

    static void each_field(auto& line, auto& visit) {
        visit("list", line.list), visit("holding", line.holding), visit("ended", line.ended);
    }
};

struct CodeListsPage {
    std::vector<CodeListLine> lists;

    html::Table table(html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("lists", page.lists); }
    void write(html::Out&) const;
};

struct ShownCode {
    std::string code{}, name{}, plain{};
    std::optional<Date> from{}, until{};    // the first day, the last day
    Instant recorded_at{};

    static void each_field(auto& item, auto& visit) {
        visit("code", item.code), visit("name", item.name), visit("plain", item.plain), visit("valid_from", item.from);
        visit("valid_to", item.until), visit("recorded_at", item.recorded_at);
    }
};

struct CodeListPage {
    std::string list;
    std::string typed_day{};    // ke_dni, as typed
    Date day{};
    std::string searched{};    // hledat
    bool all = false;          // those too that do not hold on the day
    std::vector<ShownCode> items{};
    bool day_unknown = false;
    bool is_long = false;    // worth searching in
    bool keeps = false;      // who looks may change it
    bool grows = false;      // and add to it
    bool undone = false;     // something added was just taken back

    std::string title(const i18n::Texts& texts) const { return texts.text("code_list." + list); }
    std::string address() const { return "/sprava/ciselniky/" + list; }
    std::string closed_key() const { return "code_lists.closed." + list; }
    documents::Downloads downloads() const;
    html::Table table(html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("list", page.list), visit("day", page.day), visit("items", page.items);
    }
    void write(html::Out&) const;
};

http::Response show_code_lists(const http::Request&, Permit<may::ReadCodeLists>);
http::Response show_code_list(const http::Request&, Permit<may::ReadCodeLists>);
http::Response export_code_list(const http::Request&, Permit<may::ReadCodeLists>);

}
