#include "platform/reading/reading_error.hpp"

#include <array>

namespace reading {

namespace {

struct Named {
    Fault fault;
    std::string_view key;
};

constexpr std::string_view key_prefix = "reading.error.";
constexpr std::array named_faults = {
    Named{Fault::missing, "reading.error.missing"},         Named{Fault::empty, "reading.error.empty"},
    Named{Fault::too_large, "reading.error.too_large"},     Named{Fault::wrong_type, "reading.error.wrong_type"},
    Named{Fault::old_word, "reading.error.old_word"},       Named{Fault::picture, "reading.error.picture"},
    Named{Fault::encrypted, "reading.error.encrypted"},     Named{Fault::macros, "reading.error.macros"},
    Named{Fault::broken, "reading.error.broken"},           Named{Fault::with_doctype, "reading.error.with_doctype"},
    Named{Fault::too_dense, "reading.error.too_dense"},     Named{Fault::too_slow, "reading.error.too_slow"},
    Named{Fault::reader_died, "reading.error.reader_died"}, Named{Fault::no_pdf_tool, "reading.error.no_pdf_tool"},
};

}

std::string_view text_key(Fault fault) {
    for (auto& one : named_faults)
        if (one.fault == fault) return one.key;
    return "reading.error.broken";
}

std::string_view name_of(Fault fault) { return text_key(fault).substr(key_prefix.size()); }

Fault fault_named(std::string_view name) {
    for (auto& one : named_faults)
        if (one.key.substr(key_prefix.size()) == name) return one.fault;
    return Fault::reader_died;
}

}
