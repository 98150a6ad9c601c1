// Reads and compares addresses; follows a chain of proxies back to the client.
#include "platform/http/addresses.hpp"
#include "platform/http/ascii.hpp"

#include <arpa/inet.h>
#include <charconv>
#include <cstring>
#include <stdexcept>

namespace http {

namespace {
constexpr std::array<unsigned char, 12> v4_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
}

std::optional<Address> Address::parse(std::string_view text) {
    if (text.size() > 2 && text.front() == '[' && text.back() == ']') text = text.substr(1, text.size() - 2);
    if (text.size() > INET6_ADDRSTRLEN) return {};
    std::string ended{text};
    Address address;
    if (inet_pton(AF_INET6, ended.c_str(), address.bytes.data()) == 1) return address;
    if (inet_pton(AF_INET, ended.c_str(), address.bytes.data() + 12) != 1) return {};
    std::copy(v4_prefix.begin(), v4_prefix.end(), address.bytes.begin());
    return address;
}

bool Address::is_v4() const { return std::equal(v4_prefix.begin(), v4_prefix.end(), bytes.begin()); }

std::string to_text(const Address& address) {
    char text[INET6_ADDRSTRLEN] = {};
    if (address.is_v4()) inet_ntop(AF_INET, address.bytes.data() + 12, text, sizeof text);
    else inet_ntop(AF_INET6, address.bytes.data(), text, sizeof text);
    return text;
}

std::string truncated(const Address& address) {
    auto kept = address;
    std::fill(kept.bytes.begin() + (address.is_v4() ? 15 : 6), kept.bytes.end(), 0);
    return to_text(kept);
}

AddressList::AddressList(const std::vector<std::string>& entries) {
    for (auto& entry : entries) {
        std::string_view rest = entry;
        auto address = Address::parse(cut(rest, '/'));
        int bits = -1;
        if (address) {
            int most = address->is_v4() ? 32 : 128;
            bits = most;
            auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), bits);
            bool has_bits = entry.find('/') != entry.npos;
            if (has_bits && (error != std::errc{} || end != rest.data() + rest.size() || bits < 0 || bits > most))
                bits = -1;
            else bits += 128 - most;
        }
        if (bits < 0) throw std::invalid_argument{"not an address or network: " + entry};
        networks_.push_back({*address, bits});
    }
}

bool AddressList::holds(const Address& address) const {
    for (auto& [network, bits] : networks_) {
        auto whole = static_cast<std::size_t>(bits / 8);
        auto mask = static_cast<unsigned char>(0xff00 >> (bits % 8));
        if (std::memcmp(network.bytes.data(), address.bytes.data(), whole) != 0) continue;
        if (bits % 8 == 0 || ((network.bytes[whole] ^ address.bytes[whole]) & mask) == 0) return true;
    }
    return false;
}

namespace {

// "192.0.2.1:4711", "[2001:db8::1]:4711" or bare
std::optional<Address> address_without_port(std::string_view text) {
    if (auto whole = Address::parse(text)) return whole;
    auto colon = text.rfind(':');
    return colon == text.npos ? std::nullopt : Address::parse(text.substr(0, colon));
}

std::vector<std::string_view> list_of(const Head& head, std::string_view name) {
    std::vector<std::string_view> items;
    for (auto& [header, value] : head.headers) {
        if (header != name) continue;
        for (auto rest = value; !rest.empty();)
            if (auto item = cut(rest, ','); !item.empty()) items.push_back(item);
    }
    return items;
}

// for=… and proto=… of one element of Forwarded
std::string_view parameter(std::string_view element, std::string_view name) {
    while (!element.empty()) {
        auto pair = cut(element, ';');
        auto key = cut(pair, '=');
        if (!same_letters(key, name)) continue;
        auto value = trimmed(pair);
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
        return value;
    }
    return {};
}

}

Client client_of(const Address& peer, const Head& head, const AddressList& trusted) {
    Client client{peer};
    if (!trusted.holds(peer)) return client;
    auto chain = list_of(head, "x-forwarded-for");
    auto protocols = list_of(head, "x-forwarded-proto");
    bool old_style = !chain.empty() || !protocols.empty();
    if (!old_style) chain = list_of(head, "forwarded");
    auto protocol = protocols.empty() ? std::string_view{} : protocols.back();
    for (auto hop = chain.rbegin(); hop != chain.rend(); ++hop) {
        if (!old_style && hop == chain.rbegin()) protocol = parameter(*hop, "proto");
        auto address = address_without_port(old_style ? *hop : parameter(*hop, "for"));
        if (!address) break;    // "unknown" or hidden: the last one known is as near as we get
        client.address = *address;
        if (!trusted.holds(*address)) break;
    }
    client.secure = same_letters(protocol, "https");
    return client;
}

}
