// Reads papers in a limited child process.
#include "workgroups/meetings/paper_reading.hpp"

#include "platform/http/temporary_file.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/reading/limited.hpp"
#include "workgroups/meetings/paper_text.hpp"

#include <fmt/format.h>
#include <fstream>

namespace workgroups {

namespace {

// What fits into one job: then others may want the worker, and a restart costs little.
constexpr std::int64_t papers_of_a_job = 40;
// Below the lease of a job, so that nobody takes it over while a slow paper is read.
const reading::ReadingLimits paper_limits{.processor = std::chrono::seconds{15}, .wall = std::chrono::seconds{20}};
static_assert(std::chrono::seconds{20} < jobs::lease_time);

// As it was handed in, for as long as the path is held.
std::shared_ptr<const std::filesystem::path> opened(files::FileRoom& room, const files::File& file) {
    auto temporary = http::make_temporary_file(std::filesystem::temp_directory_path());
    auto answer = room.answer(file, "podklad", true);
    std::ofstream out{*temporary.path, std::ios::binary};
    while (auto piece = answer.pieces()) out << *piece;
    out.close();
    if (!out) throw std::runtime_error{"there is no room for a paper while it is read"};
    return temporary.path;
}

// False where it has to wait for the program that reads PDF.
bool read_one_paper(jobs::Run& run, files::FileRoom& room, keys::KeyRoom& keys, const UnreadPaper& paper) {
    auto save = [&](auto what) { run.database().in_write_transaction([&](db::Session& work) { what(work); }); };
    // Written down first: a paper that ends the whole program is met again at most twice.
    save([&](auto& work) { begin_reading(work, paper, run.now()); });
    try {
        auto path = opened(room, paper.file);
        auto text = reading::read_limited(*path, paper_limits).text();
        save([&](auto& work) { keep_paper_text(work, keys, paper, text, run.now()); });
    } catch (const reading::ReadingError& error) {
        save([&](auto& work) { keep_paper_fault(work, paper, reading::name_of(error.fault), run.now()); });
        return error.fault != reading::Fault::no_pdf_tool;
    } catch (const std::exception& error) {
        // Files are away, or there is no room: tomorrow it may be otherwise, and the other papers need not wait.
        save([&](auto& work) { give_try_back(work, paper); });
        fmt::print(stderr, "papers: {} was not opened: {}\n", to_text(paper.id), error.what());
    }
    return true;
}

void queue_reading(db::Session& work, Instant now, std::optional<Id<User>> user, Id<Organisation> organisation) {
    jobs::enqueue(work, now, user, organisation, papers_job, "{}");
}

std::string read_papers(jobs::Run& run, files::FileRoom& room, keys::KeyRoom& keys) {
    auto all = std::min(count_unread_papers(*run.database().read()), papers_of_a_job);
    Id<AgendaPaper> after{};
    bool has_pdf_tool = true;
    for (std::int64_t done = 0; done < papers_of_a_job; ++done) {
        run.progress(done, std::max(all, done));
        auto paper = next_unread_paper(*run.database().read(), after, has_pdf_tool);
        if (!paper) return "papers.read";
        after = paper->id;
        has_pdf_tool &= read_one_paper(run, room, keys, *paper);
    }
    if (next_unread_paper(*run.database().read(), after, has_pdf_tool))
        run.database().in_write_transaction(
            [&](db::Session& work) { queue_reading(work, run.now(), {}, run.job().kept.organisation_id); });
    return "papers.read";
}

}

void read_papers_soon(const Author& author) {
    queue_reading(author.work, author.now, author.user, author.organisation);
}

void know_paper_jobs(jobs::Workers& workers, files::FileRoom& room, keys::KeyRoom& keys) {
    workers.know(papers_job, [&room, &keys](jobs::Run& run) { return read_papers(run, room, keys); });
}

}
