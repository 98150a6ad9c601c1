// How long an index of a whole country takes to build and to ask: 6 733 invented services of about 120 words.
//
// Beside it the named thing: a plain scan of the folded texts for each word of the question, which is what a database
// does for LIKE '%…%' – fast to write, but it knows no Czech.
#include "platform/search/fold.hpp"
#include "platform/search/index.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <random>
#include <sstream>
#include <time.h>

namespace {

constexpr std::size_t services = 6733, words_each = 110, distinct_words = 8'000;

// Processor time of this thread in milliseconds: a busy machine does not change it.
double now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double since(double start) { return now() - start; }

// Resident memory of this process in MB, from the kernel.
double resident() {
    std::ifstream statm{"/proc/self/statm"};
    std::size_t all = 0, pages = 0;
    statm >> all >> pages;
    return double(pages) * 4096 / 1e6;
}

std::vector<std::string> lines(const std::string& path) {
    std::vector<std::string> all;
    std::ifstream file{path};
    for (std::string line; std::getline(file, line);)
        if (!line.empty() && line[0] != '#') all.push_back(line);
    return all;
}

std::string cell(const std::string& line, int column) {
    std::istringstream rest{line};
    std::string text;
    for (int n = 0; n <= column; ++n) std::getline(rest, text, ';');
    return text;
}

// Real Czech words from the dictionary; the lower the number, the more frequent (Zipf).
std::vector<std::string> czech_words() {
    std::vector<std::string> all;
    for (auto& line : lines("/usr/share/hunspell/cs_CZ.dic")) {
        auto word = line.substr(0, line.find('/'));
        if (word.size() > 3) all.push_back(word);
    }
    std::shuffle(all.begin(), all.end(), std::mt19937{1});
    all.resize(std::min(all.size(), distinct_words));
    return all;
}

struct Service {
    std::string type, name, provider, place, description;
};

std::vector<Service> country(const std::string& corpus) {
    std::mt19937 chance{2};
    auto sample = lines(corpus), vocabulary = czech_words();
    std::uniform_real_distribution<double> uniform{0, 1};
    std::vector<Service> all;
    for (std::size_t n = 0; n < services; ++n) {
        auto& line = sample[chance() % sample.size()];
        Service one{"§ " + cell(line, 3) + " " + cell(line, 4), cell(line, 1), cell(line, 2), cell(line, 5),
                    cell(line, 8)};
        for (std::size_t word = 0; word < words_each; ++word)
            one.description += " " + vocabulary[std::size_t(std::pow(double(vocabulary.size()), uniform(chance))) - 1];
        all.push_back(std::move(one));
    }
    return all;
}

void report(const char* what, std::vector<double> ms) {
    std::ranges::sort(ms);
    std::printf("%-34s median %.3f ms, p95 %.3f ms, worst %.3f ms\n", what, ms[ms.size() / 2], ms[ms.size() * 95 / 100],
                ms.back());
}

search::Index built(const std::vector<Service>& all) {
    search::IndexBuilder builder{
        search::czech(),
        {{"type", 3, true}, {"name", 4, true}, {"provider", 3, true}, {"place", 3, true, true}, {"description", 1}}};
    std::uint32_t id = 0;
    for (auto& one : all)
        builder.add(id++,
                    std::array<std::string_view, 5>{one.type, one.name, one.provider, one.place, one.description});
    return std::move(builder).build();
}

std::size_t scan(const std::vector<std::string>& texts, std::string_view question) {
    auto asked = search::words(question);
    return std::size_t(std::ranges::count_if(texts, [&](auto& text) {
        return std::ranges::all_of(asked, [&](auto& word) { return text.find(word.folded) != text.npos; });
    }));
}

}

int main(int count, char** arguments) {
    std::string folder = count > 1 ? arguments[1] : "src/platform/search";
    auto all = country(folder + "/search_corpus.csv");
    if (all.empty()) return std::fprintf(stderr, "usage: search_bench FOLDER-OF-search_corpus.csv\n"), 1;

    auto start = now();
    auto before = resident();
    search::czech();
    std::printf("tables and dictionary: %.0f ms, %.1f MB\n", since(start), resident() - before);
    start = now();
    built(all);
    std::printf("built, every word new:  %.0f ms\n", since(start));
    start = now();
    auto index = built(all);
    std::printf("built again:            %.0f ms, %zu services, %zu words\n", since(start), index.documents(),
                index.vocabulary().size());
    std::printf("one index holds         %.1f MB\n", double(index.bytes()) / 1e6);

    std::vector<std::string> texts;
    for (auto& one : all)
        texts.push_back(
            search::fold(one.type + " " + one.name + " " + one.provider + " " + one.place + " " + one.description));
    std::vector<double> find, find_all, suggest, scanned;
    std::size_t by_scan = 0;
    auto timed = [](auto& times, auto does) {
        auto begins = now();
        does();
        times.push_back(since(begins));
    };
    for (auto& line : lines(folder + "/questions.csv")) {
        auto question = cell(line, 0);
        timed(find, [&] { index.find(question, {.limit = 50}); });
        timed(find_all, [&] { index.find_all(question); });
        timed(suggest, [&] { index.suggest(question.substr(0, 6)); });
        timed(scanned, [&] { by_scan += scan(texts, question) > 0; });
    }
    report("find, first 50, each asked once", find);
    report("find_all", find_all);
    report("suggest", suggest);
    report("beside: scan of folded texts", scanned);
    std::printf("questions the scan finds anything for: %zu of %zu\n", by_scan, scanned.size());
}
