// Follows the JSON event by event; of each item only the listed keys become a value, which then becomes a service.
#include "network/register/register_file.hpp"

#include "network/register/register_item.hpp"
#include "network/register/register_keys.hpp"
#include "network/register/register_source.hpp"
#include "platform/base/utf8.hpp"

#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>

#include <array>
#include <unordered_set>
#include <utility>

namespace network {

namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 17> fault_names{
    "unreadable",      "no_file",        "not_a_file",     "empty",       "not_json",          "truncated",
    "wrong_encoding",  "no_items",       "wrong_type",     "missing_key", "too_deep",          "duplicate_id",
    "string_too_long", "item_too_large", "too_many_items", "too_large",   "changed_meanwhile",
};
static_assert(fault_names.size() == static_cast<std::size_t>(RegisterFault::changed_meanwhile) + 1);

constexpr std::size_t depth_max = 20;    // the register itself is 8 deep
constexpr std::size_t string_bytes_max = 1 << 20;
constexpr std::size_t item_bytes_max = 16 << 20;
constexpr std::size_t item_values_max = 200'000;
constexpr std::uint64_t items_max = 100'000;
constexpr std::size_t key_bytes_shown = 200;    // a longer key is nobody's

}

std::string_view name_of(RegisterFault kind) { return fault_names[static_cast<std::size_t>(kind)]; }

RegisterFileError::RegisterFileError(RegisterFault kind, std::uint64_t position, std::uint64_t item,
                                     std::vector<std::string> values)
    : std::runtime_error{"register file: " + std::string{name_of(kind)} + " at byte " + std::to_string(position) +
                         ", item " + std::to_string(item)},
      kind{kind},
      position{position},
      item{item},
      values{std::move(values)} {
    this->values.push_back(std::to_string(item));
    this->values.push_back(std::to_string(position));
}

std::string RegisterFileError::text_key() const { return "register.error." + std::string{name_of(kind)}; }

namespace {

// Hears the parser's events.  Outside of polozky and under keys that are not read it only counts brackets.
class Handler {
public:
    static constexpr std::size_t max_object_size = 1'000'000;
    static constexpr std::size_t max_array_size = 1'000'000;
    static constexpr std::size_t max_key_size = string_bytes_max;
    static constexpr std::size_t max_string_size = string_bytes_max;

    Handler(RegisterSink sink, const RegisterFileOptions& options) : sink_{std::move(sink)}, options_{options} {
        begin_item();
    }

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code& ec) { return open(false, ec); }
    bool on_object_end(std::size_t, json::error_code& ec) { return close(false, ec); }
    bool on_array_begin(json::error_code& ec) { return open(true, ec); }
    bool on_array_end(std::size_t, json::error_code& ec) { return close(true, ec); }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return key_ += part, true; }
    bool on_key(json::string_view part, std::size_t, json::error_code&) { return key_ += part, enter_key(), true; }
    bool on_string_part(json::string_view part, std::size_t, json::error_code& ec);
    bool on_string(json::string_view part, std::size_t, json::error_code& ec);
    bool on_number_part(json::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t n, json::string_view, json::error_code& ec) {
        return plain([&] { stack_.push_int64(n); }, ec);
    }
    bool on_uint64(std::uint64_t n, json::string_view, json::error_code& ec) {
        return plain([&] { stack_.push_uint64(n); }, ec);
    }
    bool on_double(double n, json::string_view, json::error_code& ec) {
        return plain([&] { stack_.push_double(n); }, ec);
    }
    bool on_bool(bool yes, json::error_code& ec) {
        return plain([&] { stack_.push_bool(yes); }, ec);
    }
    bool on_null(json::error_code& ec) {
        return plain([&] { stack_.push_null(); }, ec);
    }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }

    std::optional<RegisterRefusal> refusal;
    std::uint64_t item = 0;
    bool items_seen = false;
    RegisterFileSummary summary;

private:
    struct Frame {
        RegisterPlace place;
        bool is_array;
        std::size_t size = 0;    // elements or keys that were read
    };

    bool refuse(json::error_code& ec, RegisterFault kind, std::vector<std::string> values = {}) {
        refusal = {kind, std::move(values)};
        ec = json::error::exception;
        return false;
    }
    RegisterPlace place() const { return frames_.empty() ? RegisterPlace::root : frames_.back().place; }
    bool in_item() const { return frames_.size() > 2; }
    bool open(bool is_array, json::error_code& ec);
    bool close(bool is_array, json::error_code& ec);
    bool plain(const auto& push, json::error_code& ec);
    bool counted(std::size_t bytes, json::error_code& ec);
    json::string_view without_zeros(json::string_view part);
    void enter_key();
    void begin_item();
    bool end_item(json::error_code& ec);
    bool twice(const RegisterService& service, json::error_code& ec);

    RegisterSink sink_;
    const RegisterFileOptions& options_;
    std::vector<unsigned char> buffer_ = std::vector<unsigned char>(256 * 1024);    // holds all but the longest items
    std::optional<json::monotonic_resource> memory_;
    json::value_stack stack_;
    std::vector<Frame> frames_;
    std::string key_, clean_;
    RegisterPlace next_ = RegisterPlace::root;    // of the value behind the key
    bool skip_next_ = false;
    std::size_t skipped_depth_ = 0;
    std::size_t item_bytes_ = 0, item_values_ = 0;
    std::unordered_set<std::uint64_t> portal_ids_;
    std::unordered_set<std::string> identifiers_;
};

void Handler::enter_key() {
    std::erase(key_, '\0');
    if (skipped_depth_ == 0) {
        auto known = register_key(place(), key_);
        skip_next_ = known.treatment != KeyTreatment::read;
        next_ = known.inside;
        if (known.treatment == KeyTreatment::unknown && key_.size() < key_bytes_shown)
            summary.warnings.add(RegisterWarningKind::unknown_key, "#" + std::to_string(item),
                                 {std::string{name_of(place())} + "." + key_});
        if (!skip_next_ && in_item()) ++frames_.back().size, stack_.push_key(key_);
    }
    key_.clear();
}

bool Handler::open(bool is_array, json::error_code& ec) {
    if (skipped_depth_ > 0 || std::exchange(skip_next_, false)) return ++skipped_depth_, true;
    if (frames_.empty()) {
        if (is_array) return refuse(ec, RegisterFault::no_items);
        frames_.push_back({RegisterPlace::root, false});
    } else if (frames_.size() == 1) {    // the only key that is read here is polozky
        if (!is_array) return refuse(ec, RegisterFault::wrong_type, {"polozky"});
        items_seen = true;
        frames_.push_back({RegisterPlace::items, true});
    } else if (frames_.size() == 2) {
        if (++item > items_max) return refuse(ec, RegisterFault::too_many_items);
        if (is_array) return refuse(ec, RegisterFault::wrong_type, {"polozky"});
        frames_.push_back({RegisterPlace::item, false});
    } else {
        auto inside = frames_.back().is_array ? frames_.back().place : next_;
        if (frames_.back().is_array) ++frames_.back().size;
        frames_.push_back({inside, is_array});
    }
    return !in_item() || counted(0, ec);
}

bool Handler::close(bool is_array, json::error_code& ec) {
    if (skipped_depth_ > 0) return --skipped_depth_, true;
    auto frame = frames_.back();
    if (in_item()) is_array ? stack_.push_array(frame.size) : stack_.push_object(frame.size);
    frames_.pop_back();
    if (frames_.size() == 2) return end_item(ec);
    if (frames_.empty() && !items_seen) return refuse(ec, RegisterFault::no_items);
    return true;
}

bool Handler::plain(const auto& push, json::error_code& ec) {
    if (skipped_depth_ > 0 || std::exchange(skip_next_, false)) return true;
    if (frames_.empty()) return refuse(ec, RegisterFault::no_items);
    if (frames_.size() == 2) ++item;
    if (!in_item()) return refuse(ec, RegisterFault::wrong_type, {"polozky"});
    if (frames_.back().is_array) ++frames_.back().size;
    push();
    return counted(0, ec);
}

bool Handler::on_string_part(json::string_view part, std::size_t, json::error_code& ec) {
    if (skipped_depth_ > 0 || skip_next_ || !in_item()) return true;
    stack_.push_chars(without_zeros(part));
    return counted(part.size(), ec);
}

bool Handler::on_string(json::string_view part, std::size_t, json::error_code& ec) {
    return plain([&] { stack_.push_string(without_zeros(part)); }, ec) && counted(part.size(), ec);
}

// \u0000 is JSON, but no letter, and no database keeps it.
json::string_view Handler::without_zeros(json::string_view part) {
    if (part.find('\0') == part.npos) return part;
    clean_.assign(part.data(), part.size());
    std::erase(clean_, '\0');
    return {clean_.data(), clean_.size()};
}

// One item must not eat the memory that streaming saves.
bool Handler::counted(std::size_t bytes, json::error_code& ec) {
    item_bytes_ += bytes;
    if (++item_values_ > item_values_max || item_bytes_ > item_bytes_max)
        return refuse(ec, RegisterFault::item_too_large);
    return true;
}

// NB: the resource is made anew, since releasing it leaves its next block twice as long as the last one.
void Handler::begin_item() {
    stack_.reset();
    memory_.emplace(buffer_.data(), buffer_.size());
    stack_.reset(&*memory_);
    item_bytes_ = item_values_ = 0;
}

bool Handler::end_item(json::error_code& ec) {
    std::optional<RegisterService> service;
    {
        auto value = stack_.release();
        try {
            service = register_service_from(value, options_, summary);
        } catch (RegisterRefusal& why) {    // rescued here, so that the parser tells at which byte it stands
            return refuse(ec, why.kind, std::move(why.values));
        }
    }
    begin_item();
    if (twice(*service, ec)) return false;
    ++summary.services;
    sink_(std::move(*service));
    return true;
}

bool Handler::twice(const RegisterService& service, json::error_code& ec) {
    if (!service.identifier.empty() && !identifiers_.insert(service.identifier).second)
        return !refuse(ec, RegisterFault::duplicate_id, {"identifikator", service.identifier});
    if (service.portal_id && !portal_ids_.insert(service.portal_id).second)
        return !refuse(ec, RegisterFault::duplicate_id, {"portalId", std::to_string(service.portal_id)});
    return false;
}

json::parse_options parse_options() {
    json::parse_options options;
    options.max_depth = depth_max;
    return options;
}

}

struct RegisterReader::Parser {
    Parser(RegisterSink sink, const RegisterFileOptions& options)
        : options{options}, json{parse_options(), std::move(sink), this->options} {}

    RegisterFileOptions options;
    json::basic_parser<Handler> json;
    std::string beginning;    // up to four bytes, to tell the encoding
    bool begun = false;
    std::uint64_t position = 0;
    std::string tail;    // last bytes of the piece before, where a character may have been cut

    [[noreturn]] void fail(RegisterFault kind, std::vector<std::string> values = {}) {
        throw RegisterFileError{kind, position, json.handler().item, std::move(values)};
    }
    void begin();
    void parse(std::string_view piece);
    [[noreturn]] void explain(json::error_code ec, std::string_view piece, std::size_t at);
};

namespace {

// Nobody wrote down how the days are numbered.  More services work on Mondays than on Saturdays, so a file that says
// otherwise begins its week elsewhere.
void doubt_weekdays(RegisterFileSummary& summary) {
    auto monday = summary.forms_open_on[1], saturday = summary.forms_open_on[6];
    if (saturday > monday)
        summary.warnings.add(RegisterWarningKind::weekdays_shifted, "",
                             {std::to_string(saturday), std::to_string(monday)});
}

}

RegisterReader::RegisterReader(RegisterSink sink, const RegisterFileOptions& options)
    : parser_{std::make_unique<Parser>(std::move(sink), options)} {}

RegisterReader::~RegisterReader() = default;

void RegisterReader::read(std::string_view piece) {
    auto& parser = *parser_;
    if (!parser.begun) {
        auto taken = std::min(piece.size(), 4 - parser.beginning.size());
        parser.beginning += piece.substr(0, taken);
        piece.remove_prefix(taken);
        if (parser.beginning.size() < 4) return;
        parser.begin();
    }
    parser.parse(piece);
}

RegisterFileSummary RegisterReader::finish() {
    auto& parser = *parser_;
    if (!parser.begun) {
        if (parser.beginning.empty()) parser.fail(RegisterFault::empty);
        parser.begin();
    }
    json::error_code ec;
    parser.json.write_some(false, "", 0, ec);
    if (ec) parser.explain(ec, "", 0);
    auto& summary = parser.json.handler().summary;
    summary.bytes = parser.position;
    doubt_weekdays(summary);
    return std::move(summary);
}

// A zero byte among the first four is UTF-16 or UTF-32 without a mark.
void RegisterReader::Parser::begin() {
    begun = true;
    std::string_view first = beginning;
    if (first.starts_with("\xFF\xFE") || first.starts_with("\xFE\xFF") || first.find('\0') != first.npos)
        fail(RegisterFault::wrong_encoding);
    if (first.starts_with("\xEF\xBB\xBF")) first.remove_prefix(3), position += 3;
    parse(first);
}

void RegisterReader::Parser::parse(std::string_view piece) {
    if (position + piece.size() > options.bytes_max) fail(RegisterFault::too_large);
    json::error_code ec;
    auto read = json.write_some(true, piece.data(), piece.size(), ec);
    if (!ec && read < piece.size() && piece.find_first_not_of(" \t\r\n", read) != piece.npos)
        ec = json::error::extra_data;
    if (ec) explain(ec, piece, read);
    position += piece.size();
    tail += piece.substr(piece.size() - std::min<std::size_t>(piece.size(), 3));
    tail.erase(0, tail.size() - std::min<std::size_t>(tail.size(), 3));
}

void RegisterReader::Parser::explain(json::error_code ec, std::string_view piece, std::size_t at) {
    position += at;
    if (auto& refusal = json.handler().refusal) fail(refusal->kind, std::move(refusal->values));
    if (ec == json::error::incomplete) fail(RegisterFault::truncated);
    if (ec == json::error::too_deep) fail(RegisterFault::too_deep);
    if (ec == json::error::string_too_large || ec == json::error::key_too_large) fail(RegisterFault::string_too_long);
    if (ec == json::error::object_too_large || ec == json::error::array_too_large) fail(RegisterFault::item_too_large);
    // The parser calls a wrong byte a syntax error: say which of the two it is.
    auto fault = utf8::first_fault_in_piece(tail + std::string{piece});
    fail(fault <= tail.size() + at + 4 ? RegisterFault::wrong_encoding : RegisterFault::not_json);
}

namespace {

// What shows that somebody wrote to the file meanwhile; nothing where the file has gone.
std::pair<std::uintmax_t, std::filesystem::file_time_type> stamp(const std::filesystem::path& file) {
    std::error_code ignored;
    auto bytes = std::filesystem::file_size(file, ignored);
    return {bytes, std::filesystem::last_write_time(file, ignored)};
}

void demand_file(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) throw RegisterFileError{RegisterFault::no_file, 0, 0};
    if (!std::filesystem::is_regular_file(file, ignored)) throw RegisterFileError{RegisterFault::not_a_file, 0, 0};
}

RegisterFileSummary read_whole(const std::filesystem::path& file, const RegisterSink& sink,
                               const RegisterFileOptions& options) {
    RegisterSource source{file};
    if (!source.opened()) throw RegisterFileError{RegisterFault::unreadable, 0, 0};
    RegisterReader reader{sink, options};
    std::uint64_t position = 0;
    for (auto piece = source.next(); !piece.empty(); piece = source.next())
        reader.read(piece), position += piece.size();
    if (source.failed()) throw RegisterFileError{RegisterFault::unreadable, position, 0};
    if (source.cut_short()) throw RegisterFileError{RegisterFault::truncated, position, 0};
    return reader.finish();
}

}

RegisterFileSummary read_register_file(const std::filesystem::path& file, const RegisterSink& sink,
                                       const RegisterFileOptions& options) {
    demand_file(file);
    auto before = stamp(file);
    try {
        auto summary = read_whole(file, sink, options);
        if (stamp(file) != before) throw RegisterFileError{RegisterFault::changed_meanwhile, summary.bytes, 0};
        return summary;
    } catch (const RegisterFileError& error) {    // whatever is wrong with it, it is not the file that was meant
        if (stamp(file) == before) throw;
        throw RegisterFileError{RegisterFault::changed_meanwhile, error.position, error.item};
    }
}

}
