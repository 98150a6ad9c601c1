// Says what a membership holds.
#include "network/service_networks/network_words.hpp"

#include "network/public_pages/service_words.hpp"
#include "network/service_networks/listed_capacity.hpp"
#include "platform/base/parts.hpp"

#include <charconv>

namespace network {

namespace {

// A day up to which something held, as people say it: the last one.
std::string last_day(Date first_without) { return to_czech(first_without - std::chrono::days{1}); }

}

MemberWords words_of(const ListedMember& listed, const CodeLists& lists, const i18n::Texts& texts) {
    auto& member = listed.member;
    MemberWords words;
    words.service = listed.service_name, words.address = "/sluzby/" + listed.service_slug;
    words.provider = listed.provider_name, words.type = type_words(lists, listed.type_code, texts);
    if (member.mark_code) words.mark = lists.name(network_marks, *member.mark_code, texts.language());
    words.capacities = text::joined(capacity_lines(member.capacities, lists, texts.language()));
    words.conditions = conditions_words(member, texts), words.entrustment = entrustment_words(member, texts);
    words.entered = member.entered_reason.value_or(""), words.left = member.left_reason.value_or("");
    words.resolution = member.resolution.value_or("");
    words.since = member.validity.valid_from, words.until = member.validity.valid_to;
    return words;
}

std::string conditions_words(const NetworkMember& member, const i18n::Texts& texts) {
    if (!member.conditions) return {};
    if (member.conditions_met_on)
        return texts.text("network.conditions.met", {*member.conditions, to_czech(*member.conditions_met_on)});
    if (!member.conditions_until) return *member.conditions;
    return texts.text("network.conditions.until", {*member.conditions, to_czech(*member.conditions_until)});
}

std::string entrustment_words(const NetworkMember& member, const i18n::Texts& texts) {
    if (!member.entrustment_number) return {};
    std::vector<std::string> parts{texts.text("network.entrustment.number", {*member.entrustment_number})};
    if (member.entrustment_from && member.entrustment_to)
        parts.front() +=
            " " + texts.text("network.from_to", {to_czech(*member.entrustment_from), last_day(*member.entrustment_to)});
    else if (member.entrustment_from)
        parts.front() += " " + texts.text("network.from", {to_czech(*member.entrustment_from)});
    else if (member.entrustment_to) parts.front() += " " + texts.text("network.to", {last_day(*member.entrustment_to)});
    if (member.entrustment_body) parts.push_back(*member.entrustment_body);
    if (member.entrustment_resolution)
        parts.push_back(member.entrustment_resolved_on
                            ? texts.text("network.resolution.of",
                                         {*member.entrustment_resolution, to_czech(*member.entrustment_resolved_on)})
                            : texts.text("network.resolution.number", {*member.entrustment_resolution}));
    return text::joined(parts);
}

std::string state_words(const ServiceNetwork& network, const i18n::Texts& texts, Date today) {
    // Of a time that is over nobody prepares anything any more: we only do not know.
    if (!network.approved_on && network.validity.valid_to && *network.validity.valid_to <= today)
        return texts.text("network.state.unknown");
    if (!network.approved_on) return texts.text("network.state.preparation");
    std::vector<std::string> parts{texts.text("network.state.approved", {to_czech(*network.approved_on)})};
    if (network.resolution_body) parts.push_back(*network.resolution_body);
    if (network.resolution) parts.push_back(texts.text("network.resolution.number", {*network.resolution}));
    return text::joined(parts);
}

html::Tag state_tag(const ServiceNetwork& network, const i18n::Texts& texts) {
    if (!network.approved()) return {html::Tag::run, texts.text("network.state.preparation")};
    return {html::Tag::ok, texts.text("network.state.approved.short")};
}

std::string plain_spaces(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at, 2) == "\u00a0") plain += ' ', ++at;
        else if (text.substr(at, 3) == "\u2060") at += 2;
        else plain += text[at];
    }
    return plain;
}

std::int64_t page_asked_of(const http::Request& request, std::int64_t pages) {
    auto text = request.asked.first("strana");
    std::int64_t page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp<std::int64_t>(page, 1, std::max<std::int64_t>(pages, 1));
}

}
