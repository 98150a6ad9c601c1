// Checks that all sheets of a network make.
#include "network/service_networks/network_sheets.hpp"

#include "network/editing/text_fields.hpp"
#include "network/service_networks/listed_capacity.hpp"

namespace network {

void not_understood(SheetPage& page, const char* field, const char* key, const std::string& wording,
                    const i18n::Texts& texts) {
    if (std::ranges::find(page.problems, field, &html::Problem::field) == page.problems.end())
        page.problems.push_back({field, key});
    page.notes.push_back({html::Note::bad, texts.text("edit.not_understood", {wording}), texts.text(key)});
}

void check_capacities(SheetPage& page, const char* field, const CodeLists& lists, const i18n::Texts& texts) {
    for (auto& wording : read_capacities(value_in(page.sheet, field), lists).wrong)
        not_understood(page, field, "network.capacity.unreadable", wording, texts);
}

void check_length(SheetPage& page) {
    for (auto& [name, typed] : page.sheet)
        if (typed.size() > longest_text) page.problems.push_back({name, "edit.too_long"});
}

NetworkBoardPage board(const http::Request& request, const ServiceNetwork& network, const char* title,
                       const char* lead) {
    auto& texts = *request.texts;
    NetworkBoardPage page{
        texts.text(title),
        texts.text(lead),
        "/sprava/site",
        {{texts.text("network.desk"), "/sprava/site"}, {network.name, "/site/" + network.slug + "/clenove"}}};
    page.saved = request.asked.first("ulozeno") == "ano";
    return page;
}

}
