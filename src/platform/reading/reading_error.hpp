// Why a document is not read; each fault has a sentence of its own.
#pragma once

#include <stdexcept>
#include <string_view>

namespace reading {

enum class Fault {
    missing,         // there is no such file, or it may not be read
    empty,           // no bytes, or no text in it
    too_large,       // more bytes, or more text, than any document of a meeting has
    wrong_type,      // a table, a presentation, a programme, …
    old_word,        // .doc of 1997 to 2003
    picture,         // a picture, or a scan without text
    encrypted,       // behind a password
    macros,          // carries programmes
    broken,          // not what it says it is
    with_doctype,    // XML that declares entities: only somebody who means harm writes it
    too_dense,       // unpacks to many times more than documents do
    too_slow,        // the reader took longer than any honest document needs
    reader_died,     // the reader was ended: too much memory, or a fault of ours
    no_pdf_tool,     // pdftotext is not installed
};

std::string_view text_key(Fault);            // reading.error.broken
std::string_view name_of(Fault);             // broken
Fault fault_named(std::string_view name);    // reader_died where there is no such name

struct ReadingError : std::runtime_error {
    explicit ReadingError(Fault fault) : std::runtime_error{"document not read"}, fault{fault} {}
    Fault fault;
};

}
