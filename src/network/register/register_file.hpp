// Reads the register's file (rpss.json, some 99 MB) as a stream: one service after another, memory flat.
#pragma once

#include "network/register/register_codes.hpp"
#include "network/register/register_service.hpp"
#include "network/register/register_warning.hpp"

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>

namespace network {

enum class RegisterFault {
    unreadable,    // the disk failed
    no_file,
    not_a_file,    // a folder, a device
    empty,
    not_json,
    truncated,         // ends in the middle
    wrong_encoding,    // UTF-16, Windows-1250: the register is UTF-8
    no_items,          // a root without polozky
    wrong_type,        // value 1: the key that must not hold what it holds
    missing_key,       // value 1: the key without which a service cannot be told from another
    too_deep,
    duplicate_id,    // value 1: key, value 2: the number that two services share
    string_too_long,
    item_too_large,
    too_many_items,
    too_large,            // more bytes than any register has
    changed_meanwhile,    // somebody still writes to it
};

// Why nothing of a file was taken.  The position is in bytes of the JSON, the item counts from 1 (0 before the first).
class RegisterFileError : public std::runtime_error {
public:
    RegisterFileError(RegisterFault kind, std::uint64_t position, std::uint64_t item,
                      std::vector<std::string> values = {});

    RegisterFault kind;
    std::uint64_t position;
    std::uint64_t item;
    std::vector<std::string> values;    // those of the kind, then item and position
    std::string text_key() const;       // register.error.truncated
};

std::string_view name_of(RegisterFault);

struct RegisterFileOptions {
    const RegisterCodes* codes = &carried_register_codes();
    std::optional<Date> day;    // with a day, services of types that have ended are warned about
    // Names of municipalities by code; with them a facility whose name says another town is warned about.
    const std::map<std::string, std::string>* municipalities = nullptr;
    std::uint64_t bytes_max = std::uint64_t{1} << 30;
};

struct RegisterFileSummary {
    std::uint64_t bytes = 0;    // of the JSON, unpacked
    std::uint64_t services = 0;
    std::uint64_t facilities = 0;    // after repeated ones were taken once
    std::uint64_t repeated_facilities = 0;
    std::uint64_t facilities_without_address_code = 0;
    std::uint64_t secret_facilities = 0;
    std::array<std::uint64_t, 8> forms_open_on{};    // by the register's number of the day; 0 is not used
    RegisterWarnings warnings;
};

using RegisterSink = std::function<void(RegisterService&&)>;

// Throws RegisterFileError; what the sink throws passes through.  Takes .json and gzip, with or without a UTF-8 BOM.
// The sink has got the services before the fault: whoever keeps them does so in a transaction or a file apart.
RegisterFileSummary read_register_file(const std::filesystem::path& file, const RegisterSink& sink,
                                       const RegisterFileOptions& options = {});

// The same for a file that comes in pieces (an upload): read() each, then finish() once.
class RegisterReader {
public:
    explicit RegisterReader(RegisterSink sink, const RegisterFileOptions& options = {});
    ~RegisterReader();
    void read(std::string_view piece);
    RegisterFileSummary finish();

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

}
