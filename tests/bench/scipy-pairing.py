"""The same pairing by SciPy's sparse assignment, a column for each seat. Reads what `others.ts` writes; prints milliseconds."""

import sys
import time

import numpy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

numbers = numpy.fromfile(sys.argv[1], dtype=numpy.int64, sep=" ")
newcomers, mentors, pairs = (int(number) for number in numbers[:3])
seats = numbers[3 : 3 + mentors]
who, whom, fit = numbers[3 + mentors :].reshape(pairs, 3).T
started = time.perf_counter()
worth = 100 * min(newcomers, int(seats.sum())) + 1
starts = numpy.concatenate(([0], numpy.cumsum(seats)))
copies = seats[whom]
rows = numpy.repeat(who, copies)
within = numpy.arange(copies.sum()) - numpy.repeat(numpy.cumsum(copies) - copies, copies)
columns = numpy.repeat(starts[whom], copies) + within
gains = numpy.repeat(worth + fit, copies)
# Whoever waits has a column of their own, worth nothing; weights stay above 0 for the sparse matrix.
rows = numpy.concatenate((rows, numpy.arange(newcomers)))
columns = numpy.concatenate((columns, starts[-1] + numpy.arange(newcomers)))
gains = numpy.concatenate((gains, numpy.zeros(newcomers, dtype=numpy.int64)))
matrix = csr_matrix((gains + 1.0, (rows, columns)), shape=(newcomers, int(starts[-1]) + newcomers))
one, other = min_weight_full_bipartite_matching(matrix, maximize=True)
value = int(numpy.asarray(matrix[one, other]).sum() - newcomers)
print(f"{(time.perf_counter() - started) * 1000:.2f} {value // worth} {value % worth}")
