#include "core/criteria/design_codes.hpp"

#include <algorithm>

namespace sise {
namespace {

bool has(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

void add_once(std::vector<std::string>& list, const std::string& word) {
  if (!has(list, word)) list.push_back(word);
}

bool is_banded(const CodeDistance& row) { return row.over.has_value() || row.up_to.has_value(); }

/// The band that a largest vessel falls into by itself: the first that is wide enough for it.
bool holds_single(const CodeDistance& row, double single, double largest_smaller) {
  return row.single_up_to ? single <= *row.single_up_to && single > largest_smaller : single > largest_smaller;
}

}  // namespace

bool CodeDistance::holds(double size) const {
  if (over && !(over_included ? size >= *over : size > *over)) return false;
  return !up_to || (up_to_included ? size <= *up_to : size < *up_to);
}

const CodeDistance* DesignCodes::find(const CodeQuestion& question) const {
  const CodeDistance* best = nullptr;
  const auto take = [&](const CodeDistance& row) {
    if (best == nullptr || row.required_m > best->required_m) best = &row;
  };
  double largest_smaller = 0.0;  // of the single vessels of the bands before
  for (const CodeDistance& row : rows) {
    if (row.item != question.item || row.sub != question.sub || row.superseded() || !has(row.to, question.to)) continue;
    if (!is_banded(row)) {
      take(row);
      continue;
    }
    if (question.size && row.holds(*question.size)) take(row);
    const bool by_single = row.single_up_to || largest_smaller > 0.0;
    if (by_single && question.single_size && holds_single(row, *question.single_size, largest_smaller)) take(row);
    if (row.single_up_to) largest_smaller = *row.single_up_to;
  }
  return best;
}

bool DesignCodes::knows_item(std::string_view item) const {
  return std::any_of(rows.begin(), rows.end(), [&](const CodeDistance& row) { return row.item == item; });
}

std::vector<std::string> DesignCodes::items() const {
  std::vector<std::string> list;
  for (const CodeDistance& row : rows) add_once(list, row.item);
  return list;
}

std::vector<std::string> DesignCodes::neighbours() const {
  std::vector<std::string> list;
  for (const CodeDistance& row : rows) {
    for (const std::string& to : row.to) add_once(list, to);
  }
  return list;
}

}  // namespace sise
