// Folders by the time of their files, the web by libcurl.
#include "network/register/register_fetch.hpp"

#include <algorithm>
#include <curl/curl.h>
#include <fstream>
#include <memory>
#include <utility>

namespace network {

bool is_web_address(const std::string& source) {
    return source.starts_with("http://") || source.starts_with("https://");
}

std::string shown_source(const std::string& source) {
    if (!is_web_address(source)) return source;
    auto begins = source.find("://") + 3;
    auto ends = std::min(source.find('/', begins), source.size());
    auto host = source.substr(begins, ends - begins);
    if (auto at = host.rfind('@'); at != host.npos) host.erase(0, at + 1);
    auto path = source.substr(ends);
    return source.substr(0, begins) + host + path.substr(0, path.find_first_of("?#"));
}

TakenFile::TakenFile(TakenFile&& other) noexcept
    : path{std::move(other.path)},
      temporary{std::exchange(other.temporary, false)},
      not_modified{other.not_modified},
      known{std::move(other.known)} {}

TakenFile::~TakenFile() {
    std::error_code ignored;
    if (temporary) std::filesystem::remove(path, ignored);
}

namespace {

bool named_as_register(const std::filesystem::path& file) {
    auto name = file.filename().string();
    return name.ends_with(".json") || name.ends_with(".json.gz");
}

// A file that still comes has another name, or is told by the reader to have changed meanwhile.
std::filesystem::path newest_in(const std::filesystem::path& folder) {
    std::filesystem::path newest;
    std::filesystem::file_time_type of_newest{};
    for (auto& entry : std::filesystem::directory_iterator{folder}) {
        if (!entry.is_regular_file() || !named_as_register(entry.path())) continue;
        if (!newest.empty() && entry.last_write_time() <= of_newest) continue;
        newest = entry.path(), of_newest = entry.last_write_time();
    }
    if (newest.empty()) throw RegisterSourceError{"empty_folder", {folder.string()}};
    return newest;
}

TakenFile from_disk(const std::filesystem::path& source) {
    try {
        TakenFile taken;
        if (!std::filesystem::exists(source)) throw RegisterSourceError{"no_file", {source.string()}};
        taken.path = std::filesystem::is_directory(source) ? newest_in(source) : source;
        return taken;
    } catch (const std::filesystem::filesystem_error&) { throw RegisterSourceError{"unreadable", {source.string()}}; }
}

// --- the web ---------------------------------------------------------------------------------------------------------

struct Coming {
    std::ofstream out;
    std::uint64_t bytes = 0;
    bool too_large = false;
    KnownFile known{};
    const StillComing& still_coming;
    std::exception_ptr stopped{};
};

std::size_t take_body(char* piece, std::size_t size, std::size_t count, void* into) {
    auto& coming = *static_cast<Coming*>(into);
    auto length = size * count;
    coming.bytes += length;
    coming.too_large = coming.bytes > register_bytes_most;
    if (coming.too_large || !coming.out.write(piece, std::streamsize(length))) return 0;
    return length;
}

std::string_view value_of(std::string_view line) {
    line.remove_prefix(std::min(line.find(':') + 1, line.size()));
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n' || line.back() == ' ')) line.remove_suffix(1);
    return line;
}

bool is_header(std::string_view line, std::string_view name) {
    return line.size() > name.size() && line[name.size()] == ':' &&
           std::ranges::equal(line.substr(0, name.size()), name, {}, [](char c) { return char(c | 0x20); });
}

// What is sent back to it the next time, so nothing but plain letters.
std::optional<std::string> plain_header(std::string_view value) {
    constexpr std::size_t longest = 200;
    auto plain = [](char c) { return c >= ' ' && c <= '~'; };
    if (value.empty() || value.size() > longest || !std::ranges::all_of(value, plain)) return {};
    return std::string{value};
}

std::size_t take_header(char* text, std::size_t size, std::size_t count, void* into) {
    auto& coming = *static_cast<Coming*>(into);
    std::string_view line{text, size * count};
    if (line.starts_with("HTTP/")) coming.known = {};    // of the answer before, which led elsewhere
    if (is_header(line, "etag")) coming.known.etag = plain_header(value_of(line));
    if (is_header(line, "last-modified")) coming.known.last_modified = plain_header(value_of(line));
    return line.size();
}

int tell_progress(void* into, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    auto& coming = *static_cast<Coming*>(into);
    try {
        if (coming.still_coming) coming.still_coming(coming.bytes);
        return 0;
    } catch (...) {
        coming.stopped = std::current_exception();
        return 1;
    }
}

struct Ends {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::unique_ptr<curl_slist, Ends> asked_with(const KnownFile& known) {
    curl_slist* list = nullptr;
    if (known.etag) list = curl_slist_append(list, ("If-None-Match: " + *known.etag).c_str());
    if (known.last_modified) list = curl_slist_append(list, ("If-Modified-Since: " + *known.last_modified).c_str());
    return std::unique_ptr<curl_slist, Ends>{list};
}

[[noreturn]] void fail(CURLcode result, const Coming& coming, const std::string& source) {
    if (coming.stopped) std::rethrow_exception(coming.stopped);
    if (coming.too_large || result == CURLE_FILESIZE_EXCEEDED) throw RegisterSourceError{"too_large"};
    switch (result) {
    case CURLE_WRITE_ERROR: throw RegisterSourceError{"not_kept"};
    case CURLE_OPERATION_TIMEDOUT: throw RegisterSourceError{"slow", {source}};
    case CURLE_PARTIAL_FILE: throw RegisterSourceError{"cut_off", {source}};
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_TOO_MANY_REDIRECTS: throw RegisterSourceError{"redirected", {source}};
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION: throw RegisterSourceError{"tls", {source}};
    default: throw RegisterSourceError{"unreachable", {source}};
    }
}

TakenFile from_web(const RegisterSettings& settings, const std::string& name, const KnownFile& known,
                   const StillComing& still_coming) {
    [[maybe_unused]] static const auto ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    std::unique_ptr<CURL, Ends> curl{curl_easy_init()};
    if (!curl) throw std::runtime_error{"libcurl cannot begin"};
    std::filesystem::create_directories(settings.uploads);
    TakenFile taken;
    taken.path = settings.uploads / name, taken.temporary = true;
    Coming coming{std::ofstream{taken.path, std::ios::binary | std::ios::trunc}, 0, false, {}, still_coming};
    auto headers = asked_with(known);
    auto source = shown_source(settings.source);
    // It may send us on, but from https never to where nobody vouches for the file.
    auto scheme = settings.source.substr(0, settings.source.find("://"));
    curl_easy_setopt(curl.get(), CURLOPT_URL, settings.source.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, scheme.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_REDIR_PROTOCOLS_STR, scheme.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_MAXREDIRS, 5L);
    curl_easy_setopt(curl.get(), CURLOPT_NOPROXY, "localhost,127.0.0.1,::1");
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, 15L);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 1800L);
    curl_easy_setopt(curl.get(), CURLOPT_LOW_SPEED_LIMIT, 1000L);    // bytes a second
    curl_easy_setopt(curl.get(), CURLOPT_LOW_SPEED_TIME, 60L);
    curl_easy_setopt(curl.get(), CURLOPT_MAXFILESIZE_LARGE, curl_off_t(register_bytes_most));
    curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, "opora");
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &coming);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &coming);
    curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, tell_progress);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &coming);
    auto result = curl_easy_perform(curl.get());
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    if (result != CURLE_OK) fail(result, coming, source);
    taken.known = coming.known;
    taken.not_modified = status == 304;
    if (taken.not_modified) return taken;
    if (status != 200)
        throw RegisterSourceError{status == 404 ? "not_there" : "answered", {source, std::to_string(status)}};
    coming.out.close();
    if (!coming.out) throw RegisterSourceError{"not_kept"};
    return taken;
}

}

TakenFile take_register_file(const RegisterSettings& settings, const std::string& name, const KnownFile& known,
                             const StillComing& still_coming) {
    return is_web_address(settings.source) ? from_web(settings, name, known, still_coming) : from_disk(settings.source);
}

}
