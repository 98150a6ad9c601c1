// A member of a network in the reader's words, the same on every page, annex and file.
#pragma once

#include "network/code_lists/code_list.hpp"
#include "network/service_networks/network_member.hpp"
#include "platform/html/table.hpp"
#include "platform/http/request.hpp"

namespace network {

struct MemberWords {
    std::string service{}, address{}, provider{}, type{}, mark{}, capacities{}, conditions{}, entrustment{}, entered{},
        left{}, resolution{};    // why it came or changed, why it went
    Date since{};
    std::optional<Date> until{};

    static void each_field(auto& words, auto& visit) {
        visit("service", words.service), visit("address", words.address), visit("provider", words.provider);
        visit("type", words.type), visit("mark", words.mark), visit("capacities", words.capacities);
        visit("conditions", words.conditions), visit("entrustment", words.entrustment), visit("entered", words.entered),
            visit("left", words.left);
        visit("resolution", words.resolution), visit("since", words.since), visit("until", words.until);
    }
};

MemberWords words_of(const ListedMember&, const CodeLists&, const i18n::Texts&);
// „opravit bezbariérový vstup, do 30. 6. 2026“; empty where there are none.
std::string conditions_words(const NetworkMember&, const i18n::Texts&);
// „č. POV/12/2025 od 1. 1. 2025 do 31. 12. 2027, Liberecký kraj, usnesení 616/23/ZK z 19. 12. 2023“
std::string entrustment_words(const NetworkMember&, const i18n::Texts&);

// „základní síť, Liberecký kraj“ says whose and which; „v přípravě“ or „schválená 19. 12. 2025, usnesení …“ how far.
std::string state_words(const ServiceNetwork&, const i18n::Texts&, Date today);
html::Tag state_tag(const ServiceNetwork&, const i18n::Texts&);

// As somebody types it: with spaces that may break.
std::string plain_spaces(std::string_view);

// A number behind ?strana=, between the first page and the last.
std::int64_t page_asked_of(const http::Request&, std::int64_t pages);
inline std::int64_t pages_for(std::size_t lines, std::int64_t on_a_page) {
    return std::max<std::int64_t>(1, (std::int64_t(lines) + on_a_page - 1) / on_a_page);
}
// The part of a list that a page shows.
void cut_to_page(auto& lines, std::int64_t page, std::int64_t on_a_page) {
    auto first = std::min(lines.size(), std::size_t((page - 1) * on_a_page));
    lines.erase(lines.begin(), lines.begin() + std::ptrdiff_t(first));
    if (lines.size() > std::size_t(on_a_page)) lines.erase(lines.begin() + std::ptrdiff_t(on_a_page), lines.end());
}
}
