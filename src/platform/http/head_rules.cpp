// Line ends, limits, targets, hosts and lengths of a request's head.
#include "platform/http/head_rules.hpp"
#include "platform/http/ascii.hpp"

#include <charconv>
#include <cstring>

namespace http {

namespace {

constexpr std::size_t longest_method_and_version = 40;    // bytes of a request line beside its target
constexpr int most_empty_lines = 4;                       // RFC 9112 § 2.2 asks to pass over at least one

}

void HeadScanner::restart() {
    begin_ = line_ = seen_ = end_ = 0;
    refusal_ = empty_lines_ = 0;
}

HeadScanner::Found HeadScanner::refuse(int status) {
    refusal_ = status;
    return Found::refused;
}

HeadScanner::Found HeadScanner::look(std::string_view bytes) {
    while (seen_ < bytes.size()) {
        // What cannot begin a request (TLS, binary noise) need not be waited for.
        if (line_ == begin_ && seen_ == line_ && bytes[line_] != '\r' && !is_token_char(bytes[line_]))
            return refuse(400);
        auto* end = static_cast<const char*>(std::memchr(bytes.data() + seen_, '\n', bytes.size() - seen_));
        if (!end) {
            seen_ = bytes.size();
            break;
        }
        auto at = static_cast<std::size_t>(end - bytes.data());
        if (at == line_ || bytes[at - 1] != '\r')
            return refuse(400);    // § 2.2: we do not take a bare LF for a line end
        auto found = take_line(bytes.substr(line_, at - 1 - line_), at + 1);
        if (found != Found::more) return found;
    }
    if (line_ == begin_ && bytes.size() - begin_ > target_limit_ + longest_method_and_version + 1) return refuse(414);
    if (bytes.size() - begin_ > header_limit_) return refuse(431);
    return Found::more;
}

HeadScanner::Found HeadScanner::take_line(std::string_view line, std::size_t next) {
    bool is_first = line_ == begin_;
    if (is_first && line.empty()) {
        if (++empty_lines_ > most_empty_lines) return refuse(400);
        begin_ = line_ = seen_ = next;
        return Found::more;
    }
    if (is_first && line.size() > target_limit_ + longest_method_and_version) return refuse(414);
    if (next - begin_ > header_limit_) return refuse(431);
    if (has_control_bytes(line)) return refuse(400);
    if (!line.empty() && (line.front() == ' ' || line.front() == '\t')) return refuse(400);    // § 5.2: a folded line
    line_ = seen_ = next;
    if (!line.empty()) return Found::more;
    end_ = next;
    return Found::whole;
}

int refusal_of_line(std::string_view head) {
    auto line = head.substr(0, head.find("\r\n"));
    auto first = line.find(' '), last = line.rfind(' ');
    if (first == line.npos || first == last || !is_token(line.substr(0, first))) return 400;
    auto version = line.substr(last + 1);
    auto digit = [&](std::size_t at) { return version[at] >= '0' && version[at] <= '9'; };
    bool reads = version.size() == 8 && version.starts_with("HTTP/") && digit(5) && version[6] == '.' && digit(7);
    return reads && version != "HTTP/1.1" && version != "HTTP/1.0" ? 505 : 400;
}

namespace {

// host or [v6], then perhaps :port, in the letters of RFC 3986; no user, no path
bool is_authority(std::string_view text) {
    if (text.empty() || text.size() > 300) return false;
    std::size_t end = 0;
    if (text.front() == '[') {
        end = text.find(']');
        if (end == text.npos || end < 3) return false;
        for (char c : text.substr(1, end - 1))
            if (hex_digit(c) < 0 && c != ':' && c != '.') return false;
        ++end;
    } else {
        while (end < text.size() && (is_letter_or_digit(text[end]) || std::strchr("-._~", text[end]))) ++end;
        if (end == 0) return false;
    }
    if (end == text.size()) return true;
    if (text[end] != ':' || text.size() - end > 6) return false;
    auto port = text.substr(end + 1);
    return std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view host_without_port(std::string_view host) {
    auto colon = host.rfind(':');
    if (colon == host.npos || host.find(']', colon) != host.npos) return host;
    return host.substr(0, colon);
}

bool is_target_text(std::string_view target) {
    return std::all_of(target.begin(), target.end(), [](unsigned char c) { return c > 0x20 && c < 0x7f && c != '#'; });
}

// Of http://host/path: the authority; target keeps the path.  Nothing if the target is no such address.
std::optional<std::string_view> take_authority(std::string_view& target) {
    auto colon = target.find("://");
    if (colon == target.npos) return {};
    auto scheme = target.substr(0, colon);
    if (!same_letters(scheme, "http") && !same_letters(scheme, "https")) return {};
    auto rest = target.substr(scheme.size() + 3);
    auto end = std::min(rest.find_first_of("/?"), rest.size());
    target = rest.substr(end);
    return rest.substr(0, end);
}

// RFC 9112 § 3.2: origin, absolute and (of OPTIONS) asterisk form
int read_target(Head& head) {
    auto target = head.target;
    if (!is_target_text(target)) return 400;
    if (target == "*") {
        head.path = target;
        return head.method == "OPTIONS" ? 0 : 400;
    }
    if (!target.starts_with('/')) {
        auto authority = take_authority(target);
        if (!authority) return 400;
        // § 3.2.2: the authority of the target counts, whatever Host says
        for (auto& [name, value] : head.headers)
            if (name == "host") value = *authority;
        if (head.header("host").empty()) head.headers.emplace_back("host", *authority);
    }
    auto question = target.find('?');
    head.path = target.substr(0, question);
    if (head.path.empty()) head.path = "/";
    if (question != target.npos) head.query = target.substr(question + 1);
    return 0;
}

int check_host(const Head& head, unsigned version, const Hosts& hosts) {
    auto hosts_sent =
        std::count_if(head.headers.begin(), head.headers.end(), [](auto& h) { return h.first == "host"; });
    if (hosts_sent == 0 && version == 10) return 0;
    if (hosts_sent != 1) return 400;
    auto host = head.header("host");
    if (!is_authority(host)) return 400;
    return hosts.ours(host) ? 0 : 421;
}

// § 6: a length or chunks, never both, never two
int read_length(const Head& head, Framing& framing) {
    int lengths = 0, encodings = 0;
    for (auto& [name, value] : head.headers) {
        if (name == "content-length") {
            auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), framing.length);
            if (++lengths > 1 || error != std::errc{} || end != value.data() + value.size() || value.size() > 18)
                return 400;
        } else if (name == "transfer-encoding") {
            if (++encodings > 1 || framing.version == 10) return 400;
            if (!same_letters(value, "chunked")) return 501;
            framing.chunked = true;
        }
    }
    return lengths && encodings ? 400 : 0;
}

int read_expectation(const Head& head, Framing& framing) {
    auto expects = head.header("expect");
    if (expects.empty() || framing.version == 10) return 0;
    if (!same_letters(expects, "100-continue")) return 417;
    framing.expects_continue = true;
    return 0;
}

int check_method(std::string_view method) {
    for (auto known : {"GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"})
        if (method == known) return 0;
    return is_token(method) ? 501 : 400;
}

}

Hosts::Hosts(const std::vector<std::string>& names) {
    for (auto& name : names) names_.push_back(lowered(host_without_port(name)));
}

bool Hosts::ours(std::string_view host) const {
    auto name = host_without_port(host);
    return names_.empty() ||
           std::any_of(names_.begin(), names_.end(), [&](auto& ours) { return same_letters(ours, name); });
}

Framing judge(Head& head, unsigned version, bool keep_alive, const Hosts& hosts) {
    Framing framing{.version = version, .keep_alive = keep_alive};
    auto first_of = [](auto... checks) {
        int refusal = 0;
        ((refusal = refusal ? refusal : checks()), ...);
        return refusal;
    };
    framing.refusal = first_of([&] { return check_method(head.method); }, [&] { return read_length(head, framing); },
                               [&] { return read_target(head); }, [&] { return check_host(head, version, hosts); },
                               [&] { return read_expectation(head, framing); });
    return framing;
}

}
