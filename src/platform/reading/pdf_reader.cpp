// The text of a PDF by pdftotext of poppler-utils, a child of the child that reads: it lives under the same limits.
#include "platform/reading/read_document.hpp"

#include "platform/reading/child.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/document_builder.hpp"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace reading {

namespace {

constexpr const char* pdf_tool = "/usr/bin/pdftotext";

struct ToolAnswer {
    std::string out{}, errors{};
    int status = 0;
};

std::string read_to_end(int from, std::size_t most) {
    std::string bytes;
    char piece[65536];
    for (ssize_t got; (got = ::read(from, piece, sizeof piece)) != 0;) {
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 || bytes.size() + std::size_t(got) > most) break;
        bytes.append(piece, std::size_t(got));
    }
    return bytes;
}

ToolAnswer run_pdf_tool(const std::filesystem::path& path) {
    int out[2], errors[2];
    if (::pipe2(out, O_CLOEXEC) != 0 || ::pipe2(errors, O_CLOEXEC) != 0) throw ReadingError{Fault::reader_died};
    auto file = std::filesystem::absolute(path).string();
    const char* words[] = {"pdftotext", "-layout", "-enc", "UTF-8", "-eol", "unix", file.c_str(), "-", nullptr};
    const char* environment[] = {"LC_ALL=C.UTF-8", nullptr};
    auto child = start_program(pdf_tool, words, environment, {{out[1], 1}, {errors[1], 2}});
    ::close(out[1]), ::close(errors[1]);
    if (child < 0) {
        ::close(out[0]), ::close(errors[0]);
        throw ReadingError{Fault::no_pdf_tool};
    }
    ToolAnswer answer;
    answer.out = read_to_end(out[0], text_bytes_most * 3);
    ::close(out[0]);
    answer.errors = read_to_end(errors[0], 64 * 1024);
    ::close(errors[0]);
    ::waitpid(child, &answer.status, 0);
    return answer;
}

}

TextDocument text_of_pdf(std::string_view layout) {
    if (squeezed(layout).size() < 20) throw ReadingError{Fault::picture};
    auto document = read_plain_text(layout);
    document.format = "pdf";
    return document;
}

TextDocument read_pdf(const std::filesystem::path& path) {
    auto answer = run_pdf_tool(path);
    if (answer.errors.find("Incorrect password") != std::string::npos) throw ReadingError{Fault::encrypted};
    if (!WIFEXITED(answer.status))
        throw ReadingError{WIFSIGNALED(answer.status) && WTERMSIG(answer.status) == SIGXCPU ? Fault::too_slow
                                                                                            : Fault::reader_died};
    if (WEXITSTATUS(answer.status) != 0) throw ReadingError{Fault::broken};
    return text_of_pdf(answer.out);
}

}
