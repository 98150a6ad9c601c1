// The Czech spelling dictionary (Hunspell), asked for the base form of a word.
#pragma once

#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

class Hunspell;

namespace search {

// What the dictionary says of a word.  Without a dictionary it says nothing of any word.
struct Entry {
    bool spelled = false;              // the word is right as it stands
    std::vector<std::string> bases;    // folded base forms: služeb → sluzba
};

// Opens its files when the first word is asked for and keeps every answer.  May be asked from many threads: Hunspell
// itself may not, so one word at a time is looked up there.
class Dictionary {
public:
    explicit Dictionary(std::string path_without_ending);
    ~Dictionary();

    bool present() const;
    const Entry& operator[](const std::string& word) const;    // lower case, with accents

private:
    Entry ask(const std::string& word) const;
    void open() const;

    std::string path_;
    mutable std::once_flag opened_;
    mutable std::unique_ptr<Hunspell> hunspell_;
    mutable std::mutex asking_;
    mutable std::shared_mutex kept_;
    mutable std::unordered_map<std::string, std::unique_ptr<const Entry>> entries_;
};

}
