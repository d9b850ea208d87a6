// Lists that are put together from parts.
#pragma once
#include <iterator>
#include <vector>

namespace sise {

/// Puts `more` behind what `to` holds.
template <class T>
void extend_list(std::vector<T>& to, std::vector<T> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace sise
